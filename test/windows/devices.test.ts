import { expect, it } from 'vitest';
import type { Snapshot } from '../../main/core/snapshot';
import { look } from '../../main/engine';
import { createReplay } from '../../main/os/replay';
import { tools } from '../../main/os/port';
import { ordinaryProbes, probes } from '../../main/probes/index';
import { captureOf } from '../harness/windows/capture-of';
import { device } from '../harness/windows/index';
import {
  check,
  checkCapture,
  onWindows,
  patienceMs,
  readingsOf,
  record,
  timeless,
  withPc,
} from './pc';

const value = (fact: object) => ({ kind: 'ok', value: fact });

const devices = [
  {
    name: 'entra-laptop',
    says: { state: 'healthy', join: 'entra-joined', prt: 'yes', rootCause: null },
    facts: {
      'device-certificates': value({
        certificates: [{ kind: 'device', tpmProtected: 'yes' }],
      }),
      'mdm-enrolments': value({ intune: 'yes', fake: 'no' }),
      'recovery-environment': value({ enabled: 'yes', from: 'file' }),
      'autopilot-profile': value({ tenantMatched: 'yes', profileName: 'Fabrikam - user driven' }),
      'tpm-ownership': { kind: 'unavailable', why: 'needs-admin' },
    },
  },
  {
    name: 'hybrid-laptop-german',
    says: { state: 'healthy', join: 'hybrid-joined', prt: 'yes', rootCause: null },
    facts: {
      'recovery-environment': value({ enabled: 'no' }),
      'join-records': value({
        joins: [{ userEmail: 'jürgen.groß@fabrikam.com' }],
      }),
      'domain-controller': value({
        found: {
          host: 'dc01.fabrikam.local',
          ourSite: 'Köln',
        },
      }),
      'mapped-drives': value({
        remembered: [{ path: '\\\\fs01.fabrikam.local\\home\\Jürgen Groß' }],
      }),
      'co-management': value({ intuneWorkloads: ['compliance', 'client-apps'] }),
      'vpn-connections': value({ connections: [{ name: 'Büro Köln' }] }),
    },
  },
  {
    name: 'domain-desktop-japanese',
    says: {
      state: 'broken',
      join: 'domain-joined',
      prt: 'no',
      rootCause: 'join-discovery-network',
    },
    facts: {
      'last-sign-in': value({ user: 'FABRIKAM\\田中' }),
      'directory-site': value({ name: '東京' }),
      'mapped-drives': value({
        remembered: [{ path: '\\\\fs02\\共有\\営業' }],
      }),
      'secure-channel': value({ state: 'unreachable' }),
      'secure-boot': value({ on: 'no' }),
      tpm: { kind: 'unavailable', why: 'tool-missing' },
    },
  },
] as const;

/** What Wine's own registry answers, which no description changes: folders, names and the zone of its host. */
const wines = ['onedrive', 'pending-restart', 'reset-losses', 'time-zone'];
const withoutWines = (readings: Snapshot['readings']) =>
  Object.fromEntries(Object.entries(readings).filter(([probe]) => !wines.includes(probe)));

/** The same description without any Windows: what the whole devices of the corpus are made by. */
const readingsInMemory = async (name: string, now: number) => {
  const capture = captureOf(device(name), { user: 'root', domain: 'PC' }, now);
  return (await look(createReplay(capture), { budgetMs: patienceMs })).snapshot.readings;
};

onWindows('on a whole Windows PC', () => {
  it.each(devices)(
    '$name: a check says what a check of its recording says, field by field',
    async ({ name, says, facts }) => {
      const now = Date.now();
      await withPc(
        name,
        {},
        async (pc) => {
          const live = await check(pc);
          const capture = await record(pc);
          const { verdict, join, prt } = live;
          expect({ ...verdict, join: join.type, prt: prt.state }).toMatchObject(says);
          expect(timeless(live)).toEqual(timeless(checkCapture(pc, capture)));
          const recorded = await readingsOf(capture);
          expect(recorded).toMatchObject(facts);
          expect(withoutWines(recorded)).toEqual(withoutWines(await readingsInMemory(name, now)));
          expect(pc.running()).toEqual([]);
        },
        now,
      );
    },
  );

  it(
    'asks only what its sources declare, of programs of Windows itself, and each once',
    async () => {
      await withPc('entra-laptop', {}, async (pc) => {
        await check(pc);
        const calls = pc.calls().filter(({ state }) => state !== 'hosting');
        const declared = ordinaryProbes
          .flatMap(({ reads }) => reads)
          .flatMap((source) =>
            source.kind === 'command' && source.rights === 'user'
              ? [`C:\\windows\\system32\\${source.tool} ${source.args.join(' ')}`]
              : [],
          );
        expect(calls.map(({ program, args }) => `${program} ${args}`).sort()).toEqual(
          [...new Set(declared)].sort(),
        );
        expect(calls.every(({ state }) => state === 'answered')).toBe(true);
      });
    },
    patienceMs,
  );

  it('starts one program per command and one for all the rest', async () => {
    const commands = probes.flatMap(({ reads }) => reads.filter(({ kind }) => kind === 'command'));
    const most = new Set(commands.map(({ key }) => key)).size + 1;
    await withPc('entra-laptop', {}, async (pc) => {
      await pc.run(['check', '--json'], { watched: true });
      const started = pc.started().map(([program = '']) => program.toLowerCase());
      expect(started.length).toBeGreaterThan(5);
      expect(started.length).toBeLessThanOrEqual(most);
      const known = [...tools, 'taskkill.exe'];
      expect(started.filter((program) => !known.some((tool) => program.endsWith(tool)))).toEqual(
        [],
      );
    });
  });

  it('reads no more than the named probe needs', async () => {
    await withPc('entra-laptop', {}, async (pc) => {
      const { gaps } = await check(pc, '--only', 'kerberos-tickets');
      expect(gaps).toEqual([]);
      // Its text has no mark of its encoding, so the code page is asked for as well.
      expect(pc.calls().map(({ program }) => program.replace(/^.*\\/, ''))).toEqual(
        expect.arrayContaining(['klist.exe', 'powershell.exe']),
      );
      expect(pc.calls()).toHaveLength(2);
    });
  });

  it('reads as an administrator what a user may not', async () => {
    const caller = { level: 'admin', sid: 'S-1-5-21-1-2-3-500' } as const;
    await withPc('entra-laptop', { caller }, async (pc) => {
      expect(await readingsOf(await record(pc))).toMatchObject({
        'tpm-ownership': { kind: 'ok' },
        bitlocker: { kind: 'ok' },
        'mdm-tasks': { kind: 'ok' },
        'mdm-server-times': { kind: 'unavailable', why: 'needs-system' },
      });
    });
  });
});
