import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { probes } from '../../main/probes/index';
import { device, type Changes, type Pc } from '../harness/windows/index';
import { check, gapOf, onWindows, readingsOf, record, toChecked, withPc } from './pc';

const readAs = (name: string, changes: Changes, now: number) =>
  withPc(name, changes, async (pc) => readingsOf(await record(pc)), now);

const classes = Object.keys(device('base').cim);
const hangs = { hangs: true } as const;
const deadManagement: Changes = {
  cim: Object.fromEntries(classes.map((name) => [name, hangs] as const)),
};
const nothingAnswers: Changes = {
  ...deadManagement,
  programs: Object.fromEntries(
    Object.keys(device('entra-laptop').programs).map((tool) => [tool, [hangs]] as const),
  ),
};
const noPowerShell: Changes = {
  programs: {
    'powershell.exe': [{ errors: 'This program is blocked by group policy.', exitCode: 1 }],
  },
};
const tidy = (pc: Pc) => expect.poll(() => pc.running(), { timeout: 30_000 }).toEqual([]);

const readsOf = (id: string) => probes.find((probe) => probe.id === id)?.reads ?? [];
const needsManagement = probes
  .filter(
    ({ id, onRequest }) => onRequest !== true && readsOf(id).some(({ kind }) => kind === 'cim'),
  )
  .map(({ id }) => id);

onWindows('on a Windows PC with troubles', () => {
  describe('PowerShell', () => {
    it('may be constrained: reg, wevtutil and whoami say the same, in Japanese too', async () => {
      const constrained: Changes = { powershell: { mode: 'ConstrainedLanguage', ms: 100 } };
      const now = Date.now();
      const full = await readAs('domain-desktop-japanese', {}, now);
      const fallen = await readAs('domain-desktop-japanese', constrained, now);
      expect(Object.keys(fallen).length).toBeGreaterThan(60);
      expect(fallen).toEqual(full);
    });

    it('may be blocked: its own questions become gaps, all else is read', async () => {
      await withPc('hybrid-laptop-german', noPowerShell, async (pc) => {
        expect(await readingsOf(await record(pc))).toMatchObject({
          'join-records': {
            kind: 'ok',
            value: { joins: [{ userEmail: 'jürgen.groß@fabrikam.com' }] },
          },
          'entra-events': { kind: 'ok', value: { events: [{ entraErrors: ['AADSTS50076'] }] } },
          'disk-space': { kind: 'unavailable', why: 'blocked-by-policy' },
        });
        await tidy(pc);
      });
    });

    it('may be missing: that is said of what only it can read', async () => {
      const checked = await withPc('entra-laptop', { programs: { 'powershell.exe': null } }, check);
      expect(checked.join.type).toBe('entra-joined');
      expect(gapOf(checked, 'disk-space')).toBe('tool-missing');
      expect(gapOf(checked, 'join-records')).toBeUndefined();
    });
  });

  describe('a dead management service', () => {
    it('ends at the budget; what does not ask it is read', async () => {
      await withPc('entra-laptop', deadManagement, async (pc) => {
        const began = performance.now();
        const checked = await check(pc, '--budget', '8');
        expect(performance.now() - began).toBeLessThan(40_000);
        expect(checked.join.type).toBe('entra-joined');
        expect(gapOf(checked, 'disk-space')).toBe('over-budget');
        expect(gapOf(checked, 'mdm-enrolments')).toBeUndefined();
        for (const { probe, why } of checked.gaps)
          if (why === 'over-budget' || why === 'timed-out')
            expect(needsManagement).toContain(probe);
        await tidy(pc);
      });
    });

    it('costs one class nothing but itself', async () => {
      const changes: Changes = { cim: { Win32_Printer: hangs } };
      await withPc('entra-laptop', changes, async (pc) => {
        expect(await readingsOf(await record(pc))).toMatchObject({
          printers: { kind: 'ok', value: { printers: null } },
          'antivirus-products': { kind: 'ok' },
          machine: { kind: 'ok' },
          licence: { kind: 'ok' },
        });
        await tidy(pc);
      });
    });
  });

  describe('the search path', () => {
    const sessions = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';

    it('may be empty', async () => {
      const changes: Changes = {
        registry: { [sessions]: { PATH: '' }, 'HKCU\\Environment': { PATH: '' } },
      };
      const [usual, empty] = [
        await withPc('entra-laptop', {}, check),
        await withPc('entra-laptop', changes, check),
      ];
      expect({ ...empty, observedAt: null }).toEqual({ ...usual, observedAt: null });
    });

    it('may begin with the klist of a Java runtime, which is never started', async () => {
      await withPc('entra-laptop', {}, async (pc) => {
        const decoys = ['C:\\Java\\bin', 'C:\\fieldkit', 'C:'].map(
          (folder) => `${folder}\\klist.exe`,
        );
        decoys.forEach(pc.plant);
        const { stdout, stderr } = await pc.run(
          ['check', '--json', '--lang', 'en', '--only', 'kerberos-tickets,cloud-kerberos'],
          { firstOnPath: 'C:\\Java\\bin' },
        );
        expect(toChecked({ stdout, stderr }).gaps).toEqual([]);
        const started = pc.calls().filter(({ program }) => program.endsWith('klist.exe'));
        expect(started.map(({ program }) => program)).toEqual([
          'C:\\windows\\system32\\klist.exe',
          'C:\\windows\\system32\\klist.exe',
        ]);
      });
    });
  });

  it('leaves nothing behind when it is killed mid-way', async () => {
    await withPc('entra-laptop', nothingAnswers, async (pc) => {
      const { child, ended } = pc.start(['check', '--json']);
      const tools = () =>
        pc
          .running()
          .filter((line) => !line.includes('node.exe'))
          .sort();
      // Only once no more are being started: a program caught while it is being made is nobody's yet.
      await expect
        .poll(
          async () => {
            const before = tools();
            await sleep(1_500);
            return before.length > 2 && isDeepStrictEqual(before, tools());
          },
          { timeout: 90_000 },
        )
        .toBe(true);
      child.kill('SIGKILL');
      await ended;
      await tidy(pc);
    });
  });

  it('gives as many gaps as sources hang, at the end of the budget, and the rest whole', async () => {
    await withPc('entra-laptop', nothingAnswers, async (pc) => {
      const began = performance.now();
      const checked = await check(pc, '--budget', '8');
      expect(performance.now() - began).toBeLessThan(40_000);
      const hung = checked.gaps.filter(({ why }) => why === 'over-budget');
      expect(hung.length).toBeGreaterThanOrEqual(20);
      expect(hung.map(({ probe }) => probe)).toContain('device-registration');
      for (const probe of ['join-records', 'device-certificates', 'autopilot-profile', 'onedrive'])
        expect(gapOf(checked, probe)).toBeUndefined();
      await tidy(pc);
    });
  });
});
