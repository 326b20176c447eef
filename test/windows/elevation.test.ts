import { existsSync, linkSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../main/core/snapshot';
import type { Changes, Pc } from '../harness/windows/index';
import { cache, found } from '../harness/windows/parts';
import { onWindows, withPc } from './pc';

const folder = 'C:\\Program Files\\Fieldkit';
const door = `${cache}/elevation-door`;

interface Told {
  offer: string;
  before: Snapshot;
  outcome: { code: string; detail?: string } | null;
  after: Snapshot | null;
}

const changes: Changes = { programs: { 'icacls.exe': [{}] } };

/** The program in a place of its own, and the person who will be asked. */
const withDoor = <T>(
  consent: 'yes' | 'no' | 'silence' | 'forged',
  use: (pc: Pc, ask: (wish?: object, at?: string) => Promise<Told>) => Promise<T>,
  forged = '',
) =>
  withPc('entra-laptop', changes, (pc) => {
    writeFileSync(pc.path('C:\\fieldkit-standin\\powershell.exe\\consent'), consent);
    writeFileSync(pc.path('C:\\fieldkit-standin\\powershell.exe\\forged'), forged);
    const ask = async (wish: object = {}, at = folder): Promise<Told> => {
      install(pc, at);
      const options = JSON.stringify({ writable: false, ...wish });
      const { stdout, stderr } = await pc.runProgram([
        `${at}\\node.exe`,
        `${at}\\door.mjs`,
        options,
      ]);
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout) as Told;
    };
    return use(pc, ask);
  });

const install = (pc: Pc, at: string): void => {
  mkdirSync(pc.path(at), { recursive: true });
  linkSync(found.parts?.node ?? '', pc.path(`${at}\\node.exe`));
  linkSync(`${door}/elevation-door.mjs`, pc.path(`${at}\\door.mjs`));
};
const asked = (pc: Pc) => pc.calls().filter(({ state }) => state === 'elevating');
const left = (pc: Pc) => {
  const handover = pc.path(`${folder}\\handover`);
  return existsSync(handover) ? readdirSync(handover) : [];
};
const kinds = ({ readings }: Snapshot, ...ids: (keyof Snapshot['readings'])[]) =>
  ids.map((id) => {
    const reading = readings[id];
    return reading?.kind === 'unavailable' ? reading.why : reading?.kind;
  });
const closed = ['tpm-ownership', 'bitlocker', 'mdm-tasks'] as const;

onWindows('administrator rights on a Windows PC', () => {
  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: 'test/harness/windows/elevation-door.ts',
        outDir: door,
        emptyOutDir: true,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: '[name].mjs', codeSplitting: false } },
      },
      ssr: { noExternal: true },
    });
  }, 120_000);

  it('once given open what was closed, and change no fact of the user', async () => {
    await withDoor('yes', async (pc, ask) => {
      const { offer, before, outcome, after } = await ask();
      expect({ offer, outcome }).toEqual({ offer: 'offered', outcome: null });
      if (after === null) throw new Error('nothing was read');
      expect(kinds(before, ...closed)).toEqual(['needs-admin', 'needs-admin', 'needs-admin']);
      expect(kinds(after, ...closed)).toEqual(['ok', 'ok', 'ok']);
      expect(after.who).toEqual(before.who);
      expect(after.who).toMatchObject({ elevated: false });
      expect(after.observedAt).toBe(before.observedAt);
      for (const [id, reading] of Object.entries(before.readings))
        if (reading.kind === 'ok') expect(after.readings).toHaveProperty(id);
      for (const id of [
        'device-registration',
        'kerberos-tickets',
        'onedrive',
        'mapped-drives',
      ] as const)
        expect(after.readings[id]).toEqual(before.readings[id]);
      expect(asked(pc)).toHaveLength(1);
      const user = pc.calls().filter(({ program }) => /klist|dsregcmd/i.test(program));
      const one = (name: string) => user.filter(({ program }) => program.includes(name)).length;
      expect(one('dsregcmd')).toBe(1);
      expect(left(pc)).toEqual([]);
    });
  });

  it('declined are a normal answer, asked for once', async () => {
    await withDoor('no', async (pc, ask) => {
      const { before, outcome, after } = await ask();
      expect(outcome).toBeNull();
      if (after === null) throw new Error('no is an answer');
      expect(kinds(after, ...closed)).toEqual(['declined', 'declined', 'declined']);
      expect(after.readings['device-registration']).toEqual(before.readings['device-registration']);
      expect(asked(pc)).toHaveLength(1);
      expect(left(pc)).toEqual([]);
    });
  });

  describe('that come back wrong leave the look as it was:', () => {
    const answer = (operation: string, value: unknown) =>
      JSON.stringify({
        schema: 1,
        operation,
        reply: '0'.repeat(32),
        outcome: { kind: 'ok', value },
      });
    it.each([
      ['forged by one who does not know the question', answer('read-admin-sources', {})],
      ['the answer of another operation', answer('format-disk', {})],
      ['no answer at all', 'MZ\0\0'],
    ])('%s', async (_what, forged) => {
      await withDoor(
        'forged',
        async (_pc, ask) => {
          const { outcome, after } = await ask();
          expect(after).toBeNull();
          expect(outcome).toMatchObject({ code: 'rights-failed' });
          expect(outcome?.detail).toMatch(/not-understood/);
        },
        forged,
      );
    });

    it('no answer in time', async () => {
      await withDoor('silence', async (_pc, ask) => {
        const { outcome } = await ask({ workMs: 1_500 });
        expect(outcome).toMatchObject({ code: 'rights-failed', detail: 'timed-out' });
      });
    });
  });

  it('are not asked for where the user could change the program', async () => {
    await withDoor('yes', async (pc, ask) => {
      const writable = await ask({ writable: true });
      expect(writable).toMatchObject({ offer: 'not-installed', after: null });
      const perUser = await ask({}, 'C:\\users\\anna\\AppData\\Local\\Programs\\Fieldkit');
      expect(perUser).toMatchObject({ offer: 'not-installed', after: null });
      expect(asked(pc)).toEqual([]);
    });
  });

  it('are of no use to somebody who starts the elevated side by hand', async () => {
    await withDoor('yes', async (pc) => {
      install(pc, folder);
      install(pc, 'C:\\users\\anna\\fieldkit');
      const reply = `--reply=${'a'.repeat(32)}`;
      const reader = '--reader=S-1-5-21-1-2-3-1001';
      const start = async (at: string, ...args: string[]) =>
        (await pc.runProgram([`${at}\\node.exe`, `${at}\\door.mjs`, ...args])).code;
      const operation = '--elevated=read-admin-sources';
      expect(await start(folder, '--elevated=format-disk', '--given=', reply, reader)).toBe(64);
      expect(await start(folder, operation, '--given=..\\x', reply, reader)).toBe(64);
      expect(await start('C:\\users\\anna\\fieldkit', operation, '--given=', reply, reader)).toBe(
        77,
      );
      expect(pc.calls().filter(({ state }) => state === 'hosting')).toEqual([]);
      expect(left(pc)).toEqual([]);
    });
  });
});
