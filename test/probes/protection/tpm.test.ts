import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attestationProbe } from '../../../main/probes/protection/attestation';
import { secureBootProbe } from '../../../main/probes/protection/secure-boot';
import { tpmOwnershipProbe } from '../../../main/probes/protection/tpm-ownership';
import { readTpmTool } from '../../../main/probes/protection/tpm-tool';
import { word } from '../mutate';
import { capture, dword, facts, json, noKey, parse, ran, registry } from '../support';
import { fixtures } from './fixtures';

const given = (id: string) => fixtures.find((fixture) => fixture.id === id)?.given ?? {};
const ready = capture('tpmtool-en-ready.txt');
const whole = {
  present: 'yes',
  version: '2.0',
  manufacturer: 'INTC',
  firmware: '600.18.0.0',
  initialized: 'yes',
  readyForStorage: 'yes',
  readyForAttestation: 'yes',
  canAttest: 'yes',
  clearNeeded: 'no',
  vulnerableFirmware: 'no',
  lockedOut: 'no',
  attestationReady: 'yes',
};

/** Every label in other words; the dash, the depth and what stands behind the colon stay. */
const relabelled = (text: string) =>
  fc
    .tuple(
      fc.array(word, { minLength: 40, maxLength: 40 }),
      fc.constantFrom(': ', ':', '\u00a0: ', ' :   '),
      fc.constantFrom('\r\n', '\n'),
    )
    .map(([words, colon, end]) =>
      text
        .split(/\r?\n/)
        .map((line, at) => line.replace(/^(\s*-)[^:]*:\s*/u, `$1${words[at % 40]}${colon}`))
        .join(end),
    );

describe('tpmtool', () => {
  it('reads a chip that is ready', () => {
    expect(readTpmTool(ready)).toEqual({ kind: 'ok', value: whole });
  });

  it('reads the same in any other words', () => {
    fc.assert(
      fc.property(relabelled(ready), (text) => {
        expect(readTpmTool(text)).toEqual({ kind: 'ok', value: whole });
      }),
    );
  });

  it('finds answers by their English names where a version orders them otherwise', () => {
    const lines = ready.split('\r\n');
    const storage = lines.findIndex((line) => line.includes('Ready For Storage'));
    const moved = [...lines.slice(0, storage), ...lines.slice(storage + 1)].join('\r\n');
    expect(readTpmTool(moved)).toMatchObject({
      value: { readyForStorage: 'unknown', readyForAttestation: 'yes', clearNeeded: 'no' },
    });
  });

  it.each([
    ['-Ready For Attestation: True', '-Ready For Attestation: False', 'no'],
    ['-TPM Has Vulnerable Firmware: False', '-TPM Has Vulnerable Firmware: True', 'no'],
    ['-TPM Version: 2.0', '-TPM Version: 1.2', 'no'],
    ['-Is Capable For Attestation: True\r\n', '', 'unknown'],
  ])('with %s as %s attestation is ready: %s', (before, after, expected) => {
    expect(readTpmTool(ready.replace(before, after))).toMatchObject({
      value: { attestationReady: expected },
    });
  });

  it('reads a PC without a chip', () => {
    expect(readTpmTool('-TPM Present: False\r\n')).toMatchObject({
      value: { present: 'no', version: null, attestationReady: 'no', initialized: 'unknown' },
    });
  });

  it.each(['', 'TPM tool', '-TPM Present: Vrai\r\n', 'Access denied: 5', '-: \r\n-x'])(
    'makes nothing of %s',
    (text) => {
      expect(readTpmTool(text)).toMatchObject({ kind: 'failed', reason: 'not-understood' });
    },
  );
});

describe('the other witnesses of the chip', () => {
  it('takes the first part of the version', () => {
    expect(facts(tpmOwnershipProbe, given('tpm-ownership'))).toMatchObject({
      version: '2.0',
      owned: 'yes',
    });
    expect(parse(tpmOwnershipProbe, { 'cim-tpm': json([]) })).toMatchObject({ kind: 'failed' });
    expect(facts(tpmOwnershipProbe, { 'cim-tpm': json([{}]) })).toMatchObject({ owned: 'unknown' });
  });

  it('reads the result of the attestation certificate', () => {
    expect(facts(attestationProbe, given('attestation'))).toEqual({
      keyCertificate: 'failed',
      keyCertificateError: '0x80190194',
    });
    expect(facts(attestationProbe, { 'registry-attestation-key': noKey }).keyCertificate).toBe(
      'unknown',
    );
    const issued = ran(
      registry('HKLM', {
        'SYSTEM\\CurrentControlSet\\Control\\Cryptography\\Ngc\\AIKCertEnroll': {
          ErrorCode: dword(0),
        },
      }),
    );
    expect(facts(attestationProbe, { 'registry-attestation-key': issued })).toEqual({
      keyCertificate: 'issued',
      keyCertificateError: null,
    });
  });

  it('tells Secure Boot off from firmware that never had it', () => {
    expect(facts(secureBootProbe, given('secure-boot'))).toEqual({
      on: 'yes',
      capable: 'yes',
      certificateUpdate: 'Updated',
    });
    expect(facts(secureBootProbe, { 'registry-secure-boot': noKey })).toMatchObject({
      on: 'no',
      capable: 'no',
    });
  });
});
