import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callLimits, createCallStore } from '../main/call-store';
import { createCalls } from '../main/calls';
import { createInspections } from '../main/inspections';
import { readCode } from '../main/spoken';
import type { InspectionView, Outcome } from '../preload/contract';
import { lookAt, now } from './reports/support';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldkit-calls-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};

const desk = () => {
  const inspections = createInspections();
  const readText = async (text: string): Promise<Outcome<InspectionView>> => {
    const read = await readCode(text);
    if (!read.ok) return read;
    const raw = { bytes: new TextEncoder().encode(text), exitCode: null, ms: 0 };
    const raws = new Map([['support-code', { kind: 'ok' as const, value: raw }]]);
    const snapshot = { observedAt: null, origin: 'text', platform: 'win32', readings: {} } as const;
    const { diagnosis, spoken } = read.value;
    return {
      ok: true,
      value: inspections.keep({ origin: 'code', label: null, diagnosis, snapshot, spoken, raws }),
    };
  };
  const { services, part } = createCalls({
    store: createCallStore(join(folder, 'calls.json')),
    inspections,
    now: () => now,
    readText,
  });
  return { services, part, inspections, readText };
};

const begin = async ({ services }: ReturnType<typeof desk>) =>
  valueOf(await services['call.begin']());

it('keeps several calls apart, and all of them over a restart', async () => {
  const before = desk();
  const [one, two] = [await begin(before), await begin(before)];
  await before.services['call.write'](one.id, 'Anna', 'since Monday');
  await before.services['call.answer'](two.id, 'page-opens', 'no');
  const after = await desk().services['calls.list']();
  expect(after.map(({ id, name, notes, asked }) => ({ id, name, notes, asked }))).toEqual([
    { id: one.id, name: 'Anna', notes: 'since Monday', asked: [] },
    { id: two.id, name: '', notes: '', asked: [{ question: 'page-opens', answer: 'no' }] },
  ]);
  expect(after[0]?.startedAt).toBe(now);
});

it('keeps nothing of a call that is over, or that was left empty', async () => {
  const it = desk();
  const { id } = await begin(it);
  expect(readdirSync(folder)).toEqual([]);
  await it.services['call.write'](id, 'Anna', 'secret notes');
  expect(readFileSync(join(folder, 'calls.json'), 'utf8')).toContain('secret notes');
  expect(await it.services['call.end'](id)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
  expect(await it.part(id)).toBeNull();
  expect(await it.services['call.end'](id)).toBe(false);
});

it('is bounded, and refuses by name', async () => {
  const it = desk();
  for (let nr = 0; nr < callLimits.calls; nr += 1) await begin(it);
  expect(await it.services['call.begin']()).toEqual({ ok: false, code: 'too-many-calls' });
});

it('begins from nothing where the file is damaged', async () => {
  writeFileSync(join(folder, 'calls.json'), '{"schema":1,"calls":[{"id":"../x"}]}');
  expect(await desk().services['calls.list']()).toEqual([]);
});

it('says that a file has to be opened again, and compares two looks', async () => {
  const it = desk();
  const { id } = await begin(it);
  const [early, late] = [
    await lookAt('key-lost-after-repair'),
    await lookAt('healthy-cloud-laptop'),
  ];
  const earlier = it.inspections.keep({ origin: 'capture', label: 'monday.zip', ...early });
  const later = it.inspections.keep({ origin: 'capture', label: 'today.zip', ...late });
  await it.services['call.attach'](id, later.id);
  const { comparison } = valueOf(await it.services['call.compare'](id, earlier.id));
  expect(comparison?.earlier.label).toBe('monday.zip');
  expect(comparison?.went.map((one) => one.id)).toContain(early.diagnosis.rootCause);
  expect(comparison?.changes.length).toBeGreaterThan(0);
  expect(valueOf(await it.services['call.compare'](id, null)).comparison).toBeNull();
  const [again] = await desk().services['calls.list']();
  expect(again).toMatchObject({ view: null, fileGone: true });
});

it('takes an answer back, and refuses a question that there is not', async () => {
  const it = desk();
  const { id } = await begin(it);
  const said = valueOf(await it.services['call.answer'](id, 'page-opens', 'no'));
  expect(said.asked).toHaveLength(1);
  const back = valueOf(await it.services['call.answer'](id, 'page-opens', null));
  expect(back.asked).toEqual([]);
  expect(await it.services['call.answer'](id, 'no-such', 'yes')).toEqual({
    ok: false,
    code: 'gone',
  });
});

it('makes a look of what was told, which proves nothing', async () => {
  const it = desk();
  const { id } = await begin(it);
  for (const [question, answer] of [
    ['web-sign-in', 'no'],
    ['says-locked', 'yes'],
    ['says-disabled', 'no'],
    ['page-opens', 'yes'],
  ] as const)
    await it.services['call.answer'](id, question, answer);
  const { origin, diagnosis } = valueOf(await it.services['call.told'](id));
  expect(origin).toBe('told');
  expect(diagnosis.findings.map((one) => one.id)).toContain('prt-account-locked');
  expect(diagnosis.findings.every(({ certainty }) => certainty !== 'proved')).toBe(true);
});

it.runIf(process.platform !== 'win32')('is private to its user', async () => {
  const it = desk();
  const { id } = await begin(it);
  await it.services['call.write'](id, 'Anna', '');
  expect(statSync(join(folder, 'calls.json')).mode & 0o777).toBe(0o600);
});
