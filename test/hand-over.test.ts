import { expect, it } from 'vitest';
import { createHandOver, type HandOverDoor, type HandOverHouse } from '../main/hand-over';
import { createInspections } from '../main/inspections';
import type { Outbox } from '../main/sending/outbox';
import { readCode } from '../main/spoken';
import type { Outcome } from '../preload/contract';
import { lookAt, now } from './reports/support';

const options = { language: 'en', open: [], sources: [], note: '', call: null };

const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};

const nowhere: Outbox = {
  list: () => Promise.resolve([]),
  add: () => Promise.resolve({ ok: false, code: 'not-offered' }),
  send: () => Promise.resolve({ ok: false, code: 'gone' }),
  drop: () => Promise.resolve(false),
};

const desk = async (more: Partial<HandOverDoor> = {}, house: Partial<HandOverHouse> = {}) => {
  const saved: Record<string, string> = {};
  const copied: string[] = [];
  const door: HandOverDoor = {
    version: '1.2.3',
    now: () => now,
    save: (name, bytes) => {
      saved[name] = new TextDecoder().decode(bytes);
      return Promise.resolve({ ok: true, value: { name, where: `/home/${name}` } });
    },
    copy: (text) => {
      copied.push(text);
      return Promise.resolve(true);
    },
    mail: null,
    pdf: null,
    ...more,
  };
  const inspections = createInspections();
  const seen = await lookAt('key-lost-after-repair');
  const { id } = inspections.keep({ origin: 'capture', label: null, ...seen });
  const handOver = createHandOver({
    inspections,
    door,
    outbox: nowhere,
    organisation: () => Promise.resolve(null),
    call: () => Promise.resolve(null),
    tried: () => Promise.resolve([]),
    ...house,
  });
  return { handOver, inspections, id, saved, copied };
};

it('copies and saves the very text that was shown', async () => {
  const { handOver, id, saved, copied } = await desk();
  const { ticket } = valueOf(await handOver.preview(id, options));
  expect(valueOf(await handOver.copy(id, options))).toBe(true);
  await handOver.save(id, 'text', options);
  expect(copied).toEqual([ticket]);
  expect(Object.values(saved)).toEqual([ticket]);
});

it('opens only what it is told to, and masks it again', async () => {
  const { handOver, id } = await desk();
  const maskedIds = async (open: ('names' | 'ids')[]) =>
    valueOf(await handOver.preview(id, { ...options, open }))
      .fields.filter(({ masked }) => masked)
      .map((field) => field.id);
  const closed = await maskedIds([]);
  expect(closed).toContain('computer');
  expect(await maskedIds(['names'])).not.toContain('computer');
  expect(await maskedIds([])).toEqual(closed);
});

it('says that a look is too long ago', async () => {
  const { handOver } = await desk();
  const gone = { ok: false, code: 'gone' };
  expect(await handOver.preview('never', options)).toEqual(gone);
  expect(await handOver.copy('never', options)).toEqual(gone);
  expect(await handOver.save('never', 'html', options)).toEqual(gone);
});

it('hands on what a support code said, unchanged', async () => {
  const { handOver, inspections, id } = await desk();
  const { code } = valueOf(await handOver.preview(id, options));
  const { diagnosis, spoken } = valueOf(await readCode(code));
  expect(spoken.age.kind).toBe('within');
  expect(diagnosis.observedAt).toBeNull();
  const read = inspections.keep({
    origin: 'code',
    label: null,
    diagnosis,
    snapshot: { observedAt: null, origin: 'text', platform: 'win32', readings: {} },
    raws: new Map(),
  });
  const again = valueOf(await handOver.preview(read.id, options));
  expect(again.ticket).toContain(diagnosis.rootCause);
});
