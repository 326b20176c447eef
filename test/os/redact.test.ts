import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnoseText, look } from '../../main/engine';
import type { Diagnosis } from '../../main/core/diagnosis';
import { openCapture } from '../../main/os/capture/open';
import type { Capture } from '../../main/os/capture/manifest';
import { redactCapture } from '../../main/os/redact';
import { createReplay } from '../../main/os/replay';
import { ok } from '../../main/core/reading';
import { probes } from '../../main/probes/index';
import { allFixtures } from '../probes/all-fixtures';
import { rawsFor } from '../probes/support';

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

describe('a redacted capture', () => {
  it.each(devices)('of %s is diagnosed the same', async (name) => {
    const opened = await openCapture(join(root, 'resources', 'devices', name));
    if (!opened.ok) throw new Error(opened.code);
    const redacted = redactCapture(opened.value, sources);
    const [before, after] = await Promise.all(
      [opened.value, redacted].map((each) => look(createReplay(each), { budgetMs: 60_000 })),
    );
    expect(gist((after as typeof before & object).diagnosis)).toEqual(
      gist((before as typeof before & object).diagnosis),
    );
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
