import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import type { RawReading } from '../../../main/os/port';
import { bitlockerProbe } from '../../../main/probes/protection/bitlocker';
import { bitlockerAtStartProbe } from '../../../main/probes/protection/bitlocker-at-start';
import { bitlockerPolicyProbe } from '../../../main/probes/protection/bitlocker-policy';
import { readDriveTool } from '../../../main/probes/protection/drive-tool';
import { keyEscrowProbe } from '../../../main/probes/protection/key-escrow';
import { inEncoding, word } from '../mutate';
import {
  capture,
  dword,
  eventLog,
  facts,
  json,
  noKey,
  parse,
  ran,
  rawsFor,
  registry,
} from '../support';
import { fixtures, protector } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};
const denied = unavailable('needs-admin');
const on = capture('manage-bde-status-en-on.txt');
const clearKey = capture('manage-bde-status-en-clear-key.txt');
const off = capture('manage-bde-status-de-off.txt');

const byTool = (text: string, exit: number) =>
  facts(bitlockerProbe, {
    'cim-encryptable-volumes': denied,
    'command-manage-bde': ran(text, exit),
  });
const managed = (row: Record<string, unknown>, tool: RawReading = denied) =>
  facts(bitlockerProbe, {
    'cim-encryptable-volumes': json([{ DriveLetter: 'C:', EncryptionMethod: 6, ...row }]),
    'command-manage-bde': tool,
  }).volumes[0];

describe('manage-bde', () => {
  it.each([
    [on, { letter: 'C:', encryptedPercent: 100, method: 'XTS-AES 128', protectors: 2 }],
    [clearKey, { letter: 'C:', encryptedPercent: 100, method: null, protectors: 0 }],
    [off, { letter: 'C:', encryptedPercent: 0, method: null, protectors: 0 }],
  ])('is read by shape %#', (text, volume) => {
    expect(readDriveTool(text)).toEqual({ kind: 'ok', value: [volume] });
  });

  it('lets the exit code say what the words would', () => {
    expect(byTool(on, 0).volumes).toMatchObject([{ state: 'protected', protection: 'yes' }]);
    expect(byTool(on, 1).volumes).toMatchObject([
      { state: 'suspended', protection: 'no', waitingForAccount: 'no' },
    ]);
    expect(byTool(off, 1).volumes).toMatchObject([{ state: 'off', protection: 'no' }]);
  });

  it('knows the open key of the factory', () => {
    expect(byTool(clearKey, 1).volumes).toMatchObject([
      { state: 'suspended', protection: 'no', waitingForAccount: 'yes' },
    ]);
  });

  it('says nothing of protection after any other end', () => {
    expect(byTool(on, 17).volumes).toMatchObject([{ protection: 'unknown' }]);
  });

  it('reads two volumes apart', () => {
    const second = on.replace('Volume C:', 'Volume D:').replace('100.0%', '55.5%');
    expect(readDriveTool(on + second)).toMatchObject({
      value: [{ letter: 'C:' }, { letter: 'D:', encryptedPercent: 55 }],
    });
  });

  it('takes one endless line in its stride', () => {
    expect(readDriveTool('xC: ['.repeat(400_000))).toMatchObject({ kind: 'failed' });
  });

  it('does not count protectors of a list that was cut off', () => {
    expect(readDriveTool(on.slice(0, on.indexOf('        TPM')))).toMatchObject({
      value: [{ protectors: null }],
    });
  });

  it.each(['', 'Access is denied.', 'Volume: x', 'C: []'.toLowerCase()])(
    'makes nothing of %s',
    (text) => {
      expect(readDriveTool(text)).toMatchObject({ kind: 'failed', reason: 'not-understood' });
    },
  );

  /** Other words for every label, answer and protector; numbers and cipher names stay. */
  const relabel = (text: string, words: string[], gap: string, end: string) =>
    text
      .split(/\r?\n/)
      .map((line, at) => {
        const said = words[at % words.length] ?? 'x';
        if (/^\S.*"?C:"?\s*\[/.test(line)) return line.replace(/^\S+/, said);
        const row = /^(\s+)[^:]*:(.*)$/.exec(line);
        const answer = row?.[2]?.trim() ?? '';
        if (row === null) return line.replace(/\S.*$/, said);
        return `${row[1]}${said}:${gap}${/[%\d]/.test(answer) || answer === '' ? answer : said}`;
      })
      .join(end);

  it.each([
    [on, 0],
    [on, 1],
    [clearKey, 1],
    [off, 1],
  ])('says the same in any words, widths and code pages %#', (text, exit) => {
    const expected = byTool(text, exit);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 30, maxLength: 30 }),
        fc.constantFrom(' ', '       ', '\t'),
        fc.constantFrom('\r\n', '\n'),
        fc.constantFrom('utf-8', 'utf-16le', 'cp850', 'cp866', 'cp932', 'cp1252'),
        (words, gap, end, encoding) => {
          const other = inEncoding(
            'command-manage-bde',
            relabel(text, words, gap, end),
            encoding,
            exit,
          );
          const raws = rawsFor(bitlockerProbe, { ...other, 'cim-encryptable-volumes': denied });
          expect(bitlockerProbe.parse(raws)).toEqual({ kind: 'ok', value: expected });
        },
      ),
    );
  });
});

describe('the management of volumes', () => {
  it.each([
    [1, 1, 'protected', 'yes', 'no'],
    [0, 1, 'suspended', 'no', 'unknown'],
    [0, 0, 'off', 'no', 'no'],
    [0, 2, 'encrypting', 'no', 'no'],
    [0, 3, 'decrypting', 'no', 'no'],
    [2, null, 'locked', 'unknown', 'no'],
    [1, 4, 'unknown', 'yes', 'unknown'],
    [null, 1, 'unknown', 'unknown', 'unknown'],
  ])(
    'with protection %s and conversion %s is %s',
    (protection, conversion, state, safe, waiting) => {
      expect(managed({ ProtectionStatus: protection, ConversionStatus: conversion })).toMatchObject(
        {
          state,
          protection: safe,
          waitingForAccount: waiting,
        },
      );
    },
  );

  it('asks the tool only for what it does not know itself', () => {
    expect(managed({ ProtectionStatus: 0, ConversionStatus: 1 }, ran(clearKey, 1))).toMatchObject({
      waitingForAccount: 'yes',
      encryptedPercent: 100,
    });
  });

  it('is a gap when neither may be asked', () => {
    expect(
      parse(bitlockerProbe, { 'cim-encryptable-volumes': denied, 'command-manage-bde': denied }),
    ).toEqual(denied);
  });
});

describe('what the boot loader found', () => {
  const read = (reading: RawReading) =>
    facts(bitlockerAtStartProbe, { 'registry-bitlocker-status': reading }).systemDriveProtected;
  const status = (number: number) =>
    ran(
      registry('HKLM', {
        'SYSTEM\\CurrentControlSet\\Control\\BitLockerStatus': { BootStatus: dword(number) },
      }),
    );

  it('is yes, no or not known', () => {
    expect([1, 0, 7].map((number) => read(status(number)))).toEqual(['yes', 'no', 'unknown']);
    expect(read(noKey)).toBe('unknown');
  });
});

describe('the recovery key', () => {
  it('was saved, with the protector it belongs to', () => {
    expect(facts(keyEscrowProbe, given('key-escrow'))).toMatchObject({
      last: { outcome: 'saved', protector, code: null },
      saved: [protector],
    });
  });

  it('lets the newest event decide and keeps what was saved before', () => {
    const events = eventLog(
      { id: 845, at: '2026-07-15T08:00:00.000Z', data: { ProtectorGUID: `{${protector}}` } },
      { id: 846, at: '2026-07-16T08:00:00.000Z', data: { Error: '0x80072ee2' } },
    );
    expect(facts(keyEscrowProbe, { 'events-key-escrow': events })).toMatchObject({
      last: { outcome: 'failed', protector: null, code: '0x80072ee2' },
      saved: [protector],
    });
  });

  it('makes nothing of silence', () => {
    expect(facts(keyEscrowProbe, { 'events-key-escrow': ran('', 0) })).toEqual({
      last: null,
      saved: [],
      since: null,
    });
  });
});

describe('the rules for encryption', () => {
  it('reads what is demanded', () => {
    expect(facts(bitlockerPolicyProbe, given('bitlocker-policy'))).toEqual({
      demanded: 'yes',
      escrowToEntra: 'yes',
    });
  });

  it('tells "not demanded" from "not readable"', () => {
    expect(
      facts(bitlockerPolicyProbe, {
        'registry-policy-manager-bitlocker': noKey,
        'registry-policy-bitlocker': unavailable('denied'),
      }),
    ).toEqual({ demanded: 'no', escrowToEntra: 'unknown' });
  });
});
