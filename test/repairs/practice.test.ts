import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../main/inspector/inspect';
import { probes } from '../../main/probes/index';
import { repairs } from '../../main/repairs/index';
import { runRepair } from '../../main/repairs/run';
import type { Ending, PracticeOs } from '../../main/os/practice/practice';
import { planShape } from '../../main/os/practice/plan';
import { openPractice, openSample, sampleIds } from '../../main/samples';
import type { RepairOutcome } from '../../main/repairs/repair';

const practise = async (os: PracticeOs, id: string): Promise<RepairOutcome> => {
  const repair = repairs.find((one) => one.id === id);
  if (repair === undefined) throw new Error(id);
  return runRepair(repair, {
    os,
    seat: 'deployment',
    dryRun: false,
    allowed: () => true,
    look: async (only) => (await inspect(os, probes, { only, budgetMs: 10_000 })).snapshot,
    journal: { begun: () => Promise.resolve(), ended: () => Promise.resolve() },
    elevate: null,
  });
};

const open = async (sample: string, ending: Ending = 'works'): Promise<PracticeOs> => {
  const os = await openPractice(sample, ending);
  if (os === null) throw new Error(sample);
  return os;
};

const outcome = ({ kind, why, need }: RepairOutcome) => need ?? why ?? kind;

/** A sample on which the repair has something to do; most have on any. */
const helps: Readonly<Record<string, string>> = {
  'renew-kerberos-tickets': 'healthy-hybrid-desktop',
  'register-broker': 'personal-pc-with-work-account',
  'remove-stale-account': 'registered-twice',
  'reset-services-proxy': 'proxy-blocks-registration',
  'start-services': 'hybrid-not-set-up',
  'run-join-task': 'waiting-for-directory',
  'leave-and-rejoin': 'healthy-hybrid-desktop',
  'refresh-group-policy': 'healthy-hybrid-desktop',
  'reconnect-drives': 'adfs-refuses-device',
  'enable-recovery': 'adfs-refuses-device',
};

/** What has to be done first, because the repair insists on it. */
const first: Readonly<Record<string, string>> = {
  'leave-and-rejoin': 'escrow-recovery-key',
  'forget-resume': 'resume-after-sign-in',
};

const page = (id: string) => id.startsWith('open-settings-');
const tried = repairs.filter(({ id }) => !page(id) || id === 'open-settings-vpn');

const onHelped = async (id: string, ending: Ending): Promise<RepairOutcome> => {
  const os = await open(helps[id] ?? 'healthy-cloud-laptop', ending);
  if (first[id] !== undefined && ending === 'works') await practise(os, first[id]);
  return practise(os, id);
};

const ids = tried.map(({ id }) => id);
/** These need another one first, which would have to end well for them to be begun at all. */
const alone = ids.filter((id) => first[id] === undefined);

describe('practising', () => {
  it.each(ids)('%s ends in proof where it helps', async (id) => {
    expect(outcome(await onHelped(id, 'works'))).toBe('verified');
  });

  it.each(alone)('%s that fails or hangs says so', async (id) => {
    expect(await onHelped(id, 'fails')).toMatchObject({ kind: 'failed', code: '1' });
    expect(await onHelped(id, 'hangs')).toMatchObject({ kind: 'unknown', why: 'timed-out' });
  });

  it.each(alone.filter((id) => !page(id)))(
    '%s that changes nothing is never called done',
    async (id) => {
      expect(['not-verified', 'unknown']).toContain((await onHelped(id, 'changes-nothing')).kind);
    },
  );
});

describe('a practice device', () => {
  it('behaves like its story: a new password helps only at the next sign-in', async () => {
    const os = await open('password-changed-elsewhere');
    expect((await practise(os, 'refresh-prt')).kind).toBe('not-verified');
    const before = await practise(os, 'flush-dns');
    expect(before.kind).toBe('verified');
    os.happened('sign-out');
    const { snapshot } = await inspect(os, probes, {
      only: ['device-registration'],
      budgetMs: 10_000,
    });
    expect(snapshot.readings['device-registration']).toMatchObject({
      kind: 'ok',
      value: { entraPrt: { present: 'yes', failure: null } },
    });
  });

  it('can be acted on again and again', async () => {
    const os = await open('healthy-cloud-laptop');
    for (let turn = 0; turn < 3; turn += 1)
      for (const id of ['refresh-prt', 'sync-mdm', 'restart-spooler', 'schedule-restart'])
        expect((await practise(os, id)).kind, id).toBe('verified');
  });

  it('is the recorded one again when it is opened again', async () => {
    await practise(await open('registered-twice'), 'remove-stale-account');
    expect((await practise(await open('registered-twice'), 'remove-stale-account')).kind).toBe(
      'verified',
    );
  });

  it('without a plan for an act runs it and stays as it was', async () => {
    const os = await open('hybrid-not-set-up');
    expect(await practise(os, 'run-join-task')).toMatchObject({
      kind: 'not-verified',
      why: 'unchanged',
    });
  });

  it('has plans only for acts that exist, and only for sources that are read', async () => {
    const acts = new Set(repairs.flatMap(({ acts }) => acts.map(({ key }) => key)));
    const sources = new Set(probes.flatMap(({ reads }) => reads.map(({ key }) => key)));
    const root = join('resources', 'devices');
    const files = ['.', ...(await sampleIds())].map((id) => join(root, id, 'practice.json'));
    for (const file of files.filter((name) => existsSync(name))) {
      const plan = planShape.parse(JSON.parse(readFileSync(file, 'utf8')));
      const changes = [
        plan.start,
        plan.prepare,
        ...Object.values(plan.acts).map((act) => act.changes),
        ...Object.values(plan.happenings),
      ];
      expect(
        Object.keys(plan.acts).filter((key) => !acts.has(key)),
        file,
      ).toEqual([]);
      const named = changes.flatMap((one) => Object.keys(one));
      expect(
        named.filter((key) => !sources.has(key)),
        file,
      ).toEqual([]);
    }
  });

  it('a recording that is not practised on refuses every act', async () => {
    const os = await openSample('healthy-cloud-laptop');
    if (os === null) return expect.fail('no sample');
    const happened = () => undefined;
    expect(await practise({ ...os, kind: 'replay', happened }, 'refresh-prt')).toMatchObject({
      kind: 'skipped',
      why: 'recorded',
    });
  });
});
