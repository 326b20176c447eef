import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnoseText, look } from '../../main/engine';
import type { Diagnosis } from '../../main/core/diagnosis';
import type { OpenGroup } from '../../main/core/redact/groups';
import { openCapture } from '../../main/os/capture/open';
import type { Capture } from '../../main/os/capture/manifest';
import { decode } from '../../main/os/decode';
import type { Os, Source } from '../../main/os/port';
import { record } from '../../main/os/record';
import { redactCapture } from '../../main/os/redact';
import { createReplay } from '../../main/os/replay';
import { failed, ok } from '../../main/core/reading';
import { probes } from '../../main/probes/index';
import { allFixtures } from '../probes/all-fixtures';
import { encode, ran, rawsFor } from '../probes/support';
import { scratch } from './capture/helpers';
import { needles, planted, secrets } from './planted';

const at = scratch();

const root = join(import.meta.dirname, '..', '..');
const sources = probes.flatMap(({ reads }) => [...reads]);

/** Everything of a diagnosis that says what is wrong, and nothing of whose device it is. */
const gist = (diagnosis: Diagnosis) => ({
  state: diagnosis.state,
  rootCause: diagnosis.rootCause,
  join: diagnosis.join,
  prt: diagnosis.prt,
  enterprisePrt: diagnosis.enterprisePrt,
  deviceAuth: diagnosis.deviceAuth,
  tpmProtected: diagnosis.tpmProtected,
  subject: { ...diagnosis.subject, account: null },
  codes: diagnosis.codes.map(({ code, field, owner }) => ({ code, field, owner })),
  findings: diagnosis.findings.map(({ id, severity, certainty, owner, causedBy, codes }) => ({
    id,
    severity,
    certainty,
    owner,
    causedBy,
    codes,
  })),
  gaps: diagnosis.gaps.map(({ probe, why }) => `${probe} ${why}`),
  unrecognised: diagnosis.unrecognised.length,
});

const captureOf = (files: Record<string, Uint8Array>): Capture => ({
  files: new Map(Object.entries(files).map(([key, bytes]) => [`${key}.txt`, bytes])),
  manifest: {
    schema: 1,
    tool: 'fieldkit',
    madeAt: '2026-05-04T08:00:00Z',
    platform: 'win32',
    sources: Object.fromEntries(
      Object.keys(files).map((key) => [
        key,
        { outcome: 'ok' as const, file: `${key}.txt`, ms: 1, exitCode: 0 },
      ]),
    ),
  },
});

/** Texts may be masked; numbers, answers and how much there is of each may not change. */
const skeleton = (value: unknown): unknown => {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.map(skeleton);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, skeleton(each)]));
};

const devices = readdirSync(join(root, 'resources', 'devices'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const texts = readdirSync(join(root, 'test', 'captures', 'dsregcmd')).filter((name) =>
  name.endsWith('.txt'),
);

const openings: OpenGroup[][] = [
  [],
  ['names'],
  ['ids'],
  ['addresses'],
  ['names', 'ids', 'addresses'],
];

describe('a redacted capture', () => {
  it.each(devices)('of %s is diagnosed the same', async (name) => {
    const opened = await openCapture(join(root, 'resources', 'devices', name));
    if (!opened.ok) throw new Error(opened.code);
    const before = await look(createReplay(opened.value), { budgetMs: 60_000 });
    for (const open of openings) {
      const redacted = redactCapture(opened.value, sources, open);
      const after = await look(createReplay(redacted), { budgetMs: 60_000 });
      expect(gist(after.diagnosis), open.join()).toEqual(gist(before.diagnosis));
    }
  });

  it.each(texts)('of %s is diagnosed the same', async (name) => {
    const bytes = readFileSync(join(root, 'test', 'captures', 'dsregcmd', name));
    const redacted = redactCapture(captureOf({ 'dsregcmd-status': bytes }), sources);
    const before = await diagnoseText(bytes);
    const after = await diagnoseText(redacted.files.get('dsregcmd-status.txt') ?? new Uint8Array());
    expect(after && gist(after)).toEqual(before && gist(before));
  });
});

describe('a redacted source', () => {
  const given = allFixtures.map(({ id, given: raws }) => [id, raws] as const);

  it.each(given)('of %s is still understood', (id, raws) => {
    const probe = probes.find((each) => each.id === id);
    if (probe === undefined) return expect.fail('no probe');
    const files = Object.fromEntries(
      Object.entries(raws).flatMap(([key, raw]) =>
        raw.kind === 'ok' ? [[key, raw.value.bytes] as const] : [],
      ),
    );
    const redacted = redactCapture(captureOf(files), sources);
    const masked = Object.fromEntries(
      Object.entries(raws).map(([key, raw]) => [
        key,
        raw.kind === 'ok'
          ? ok({ ...raw.value, bytes: redacted.files.get(`${key}.txt`) ?? new Uint8Array() })
          : raw,
      ]),
    );
    const before = probe.parse(rawsFor(probe, raws));
    const after = probe.parse(rawsFor(probe, masked));
    expect(after.kind).toBe(before.kind);
    if (before.kind !== 'ok' || after.kind !== 'ok') return;
    expect(skeleton(after.value)).toEqual(skeleton(before.value));
  });
});

/** Every way the bytes of a capture could be read, hex digits and base64 among them. */
const readings = (bytes: Uint8Array): string[] => {
  const buffer = Buffer.from(bytes);
  const latin = buffer.toString('latin1');
  const hex = latin.match(/[0-9a-f]{8,}/gi) ?? [];
  const base64 = latin.match(/[A-Za-z0-9+/]{12,}={0,2}/g) ?? [];
  return [
    latin,
    buffer.toString('utf8'),
    buffer.toString('utf16le'),
    buffer.subarray(1).toString('utf16le'),
    latin.replaceAll('\0', ''),
    ...hex.flatMap((digits) => {
      const inner = Buffer.from(digits, 'hex').toString('latin1');
      return [inner, inner.replaceAll('\0', '')];
    }),
    ...base64.map((text) => Buffer.from(text, 'base64').toString('latin1')),
  ].map((text) => text.toLowerCase());
};
const found = (bytes: Uint8Array): string[] => {
  const texts = readings(bytes);
  return needles.filter((needle) => texts.some((text) => text.includes(needle)));
};

const encodings = ['utf-8', 'utf-16le', 'cp850'] as const;
const host: Source = { key: 'host', kind: 'host', rights: 'user', limitMs: 1 };
const planting = [host, ...new Map(sources.map((source) => [source.key, source])).values()];

describe('planted secrets', () => {
  it('are found before', () => {
    for (const kind of ['registry', 'events', 'cim', 'command', 'file'] as const)
      expect(found(Buffer.from(planted[kind]()))).toEqual([...needles]);
  });

  it.each(planting.map((source) => [source.key, source] as const))(
    'are nowhere in %s on its own, in any encoding',
    (key, source) => {
      for (const encoding of encodings) {
        const bytes = encode(planted[source.kind](), encoding);
        const capture = captureOf({ [key]: bytes });
        const redacted = redactCapture(capture, sources).files.get(`${key}.txt`);
        expect(found(redacted ?? new Uint8Array()), encoding).toEqual([]);
        expect(decode(redacted ?? new Uint8Array()).encoding).toMatch(
          encoding === 'cp850' ? /./ : encoding,
        );
      }
    },
  );

  it.each(['capture', 'capture.zip'])('are nowhere in what is written as %s', async (name) => {
    const os: Os = {
      kind: 'live',
      platform: 'win32',
      observedAt: new Date('2026-05-04T08:00:00Z'),
      read: async (source) => {
        if (source.key === 'host')
          return ran(
            JSON.stringify({
              user: secrets.user,
              domain: secrets.netbios,
              computer: secrets.computer,
              sid: secrets.sid,
              home: `C:\\Users\\${secrets.user}`,
              elevated: false,
              system: false,
            }),
          );
        if (source.key === 'klist') return failed('crashed', `${secrets.upn} at ${secrets.flat}`);
        return ran(planted[source.kind](), 0);
      },
      act: () => Promise.resolve(failed('could-not-start')),
    };
    const out = at(name);
    const written = await record(os, sources, out, {
      budgetMs: 60_000,
      prepare: (capture) => redactCapture(capture, sources),
    });
    expect(written.ok).toBe(true);
    const opened = await openCapture(out);
    if (!opened.ok) return expect.fail(opened.code);
    const { manifest, files } = opened.value;
    expect(manifest.who).toMatchObject({ elevated: false, system: false });
    expect(found(Buffer.from(JSON.stringify(manifest)))).toEqual([]);
    expect(files.size).toBeGreaterThan(100);
    for (const [file, bytes] of files) {
      expect(found(Buffer.from(file))).toEqual([]);
      expect(found(bytes), file).toEqual([]);
    }
    if (name.endsWith('.zip')) expect(found(readFileSync(out))).toEqual([]);
  });

  it('get other masks in another capture', () => {
    const capture = captureOf({ 'dsregcmd-status': Buffer.from(planted.command()) });
    const [one, other] = [redactCapture(capture, sources), redactCapture(capture, sources)];
    expect(one.files.get('dsregcmd-status.txt')).not.toEqual(
      other.files.get('dsregcmd-status.txt'),
    );
  });
});
