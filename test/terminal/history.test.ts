import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import schema from '../../resources/schema/history.schema.json';
import type { Snapshot } from '../../main/core/snapshot';
import { judge } from '../../main/engine';
import { settingsFolder } from '../../main/os/settings-file';
import { ownHistory } from '../../main/terminal/own';
import { outputOf, snapshotOf, type Changes } from '../core/make';
import { say } from './fake';

const hour = 60 * 60 * 1_000;
const start = Date.UTC(2026, 8, 14, 7, 26);
const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

beforeEach(() => {
  const home = mkdtempSync(join(tmpdir(), 'fieldkit-own-history-'));
  for (const name of ['XDG_CONFIG_HOME', 'APPDATA', 'HOME']) vi.stubEnv(name, home);
});
afterEach(() => vi.unstubAllEnvs());

const keep = async (at: number, changes: Changes = {}) => {
  const snapshot: Snapshot = { ...snapshotOf(outputOf(changes), at), origin: 'this-device' };
  return (await ownHistory()).keep({ snapshot, diagnosis: await judge(snapshot) });
};

const json = async () => {
  const { code, out } = await say(['history', '--json']);
  const told: unknown = JSON.parse(out);
  expect(valid(told), JSON.stringify(valid.errors)).toBe(true);
  return { code, told };
};

describe('fieldkit history', () => {
  it('says that nothing is kept, which is no verdict', async () => {
    const { code, out } = await say(['history']);
    expect([code, out.trim()]).toEqual([3, 'No earlier looks are kept here.']);
    expect((await json()).told).toEqual({ schema: 1, looks: [], damaged: 0, since: null });
  });

  it('lists the looks and what changed since it last worked', async () => {
    await keep(start);
    await keep(start + 2 * hour, { AzureAdPrt: 'NO' });
    const { code, out } = await say(['history']);
    expect(code).toBe(2);
    expect(out).toContain('at which this problem was not there');
    expect(out).toMatch(/AzureAdPrt: YES → NO/);
    expect((await json()).told).toMatchObject({
      looks: [{ state: 'broken' }, { state: 'healthy' }],
      since: { kind: 'changed' },
    });
  });

  it('counts what is damaged, and uses the rest', async () => {
    await keep(start, { AzureAdPrt: 'NO' });
    const folder = join(
      settingsFolder(process.platform, process.env, String(process.env['HOME'])),
      'history',
    );
    writeFileSync(join(folder, `${start + hour}-healthy.json.gz`), 'torn');
    const { out } = await say(['history']);
    expect(out).toContain('One kept look is damaged');
    expect((await json()).told).toMatchObject({ damaged: 1, since: { kind: 'first' } });
  });

  it('removes all when asked', async () => {
    await keep(start);
    expect((await say(['history', '--wipe'])).out).toContain('removed');
    expect((await (await ownHistory()).names()).length).toBe(0);
  });
});
