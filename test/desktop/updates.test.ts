import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePolicy, policyFile, readPolicy } from '../../main/desktop/policy';
import { whyNotUpdate, type UpdateFacts } from '../../main/desktop/update-decision';
import { gatherUpdateFacts, startUpdates } from '../../main/desktop/updates';
import { loadOrganisation, noOrganisation } from '../../main/organisation/load';
import { as, logBook } from './fakes';

const feed =
  'provider: generic\nurl: https://updates.example/fieldkit\npublisherName:\n  - Example\n';
const may: UpdateFacts = {
  offline: false,
  packaged: true,
  installed: true,
  policy: 'unset',
  organisation: 'unset',
  feed,
};

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'fieldkit-updates-'));
});
afterEach(() => {
  rmSync(base, { recursive: true });
});

describe('machine policy', () => {
  it.each([
    ['{}', 'unset'],
    ['{"updates":"off"}', 'off'],
    ['\uFEFF{"updates":"off","later":1}', 'off'],
    ['{"updates":"on"}', 'on'],
    ['{"updates":false}', 'unreadable'],
    ['{"updates":"OFF"}', 'unreadable'],
    ['{"updates":"off"', 'unreadable'],
    ['', 'unreadable'],
    ['null', 'unreadable'],
  ])('%j is %s', (text, policy) => {
    expect(parsePolicy(text)).toBe(policy);
  });

  it('is not set when there is no file, and unreadable when there is something else', () => {
    expect(readPolicy(join(base, 'none.json'))).toBe('unset');
    expect(readPolicy(base)).toBe('unreadable');
    writeFileSync(join(base, 'policy.json'), '{"updates":"off"}');
    expect(readPolicy(join(base, 'policy.json'))).toBe('off');
  });

  it('lies in one fixed place', () => {
    expect(policyFile('C:\\ProgramData')).toBe('C:\\ProgramData\\Fieldkit\\policy.json');
  });
});

describe('updates are', () => {
  it('allowed for an installed copy with a signed feed', () => {
    expect(whyNotUpdate(may)).toBeNull();
    expect(whyNotUpdate({ ...may, policy: 'on' })).toBeNull();
  });

  it.each([
    ['offline', { offline: true }],
    ['not-packaged', { packaged: false }],
    ['off-by-policy', { policy: 'off' as const }],
    ['policy-unreadable', { policy: 'unreadable' as const }],
    ['off-by-organisation', { organisation: 'off' as const }],
    ['off-by-organisation', { organisation: 'off' as const, policy: 'on' as const }],
    ['off-by-policy', { organisation: 'on' as const, policy: 'off' as const }],
    ['organisation-unreadable', { organisation: 'unreadable' as const }],
    ['not-installed', { installed: false }],
    ['no-feed', { feed: null }],
    ['feed-not-https', { feed: feed.replace('https:', 'http:') }],
    ['feed-not-https', { feed: 'publisherName: Example\n' }],
    ['feed-without-publisher', { feed: feed.replace('publisherName', 'publisher') }],
  ])('off: %s', (why, change) => {
    expect(whyNotUpdate({ ...may, ...change })).toBe(why);
  });
});

it('the facts come from the files around the program', () => {
  const given = {
    offline: false,
    packaged: true,
    executable: join(base, 'Fieldkit.exe'),
    programData: undefined,
    organisation: noOrganisation,
  };
  expect(gatherUpdateFacts({ ...given, resources: join(base, 'resources') })).toEqual({
    offline: false,
    packaged: true,
    installed: false,
    policy: 'unset',
    organisation: 'unset',
    feed: null,
  });
  mkdirSync(join(base, 'resources'));
  writeFileSync(join(base, 'Uninstall Fieldkit.exe'), '');
  writeFileSync(join(base, 'resources', 'app-update.yml'), feed);
  expect(gatherUpdateFacts({ ...given, resources: join(base, 'resources') })).toEqual(may);
});

it('the organisation turns them off, and so does a file of the machine that cannot be understood', async () => {
  const given = {
    offline: false,
    packaged: true,
    executable: 'x',
    resources: base,
    programData: undefined,
  };
  const path = join(base, 'organisation.json');
  const wanted = async (text: string) => {
    writeFileSync(path, text);
    const organisation = await loadOrganisation([{ from: 'machine', path }], () =>
      Promise.resolve(false),
    );
    return gatherUpdateFacts({ ...given, organisation }).organisation;
  };
  expect(await wanted('{"schema":1,"name":"A","updates":"off"}')).toBe('off');
  expect(await wanted('{"schema":1,"name":"A","updates":"on"}')).toBe('on');
  expect(await wanted('{"schema":1,"name":"A"}')).toBe('unset');
  expect(await wanted('{"schema":1,"name":"A","updates":"Off"}')).toBe('unreadable');
});

describe('the updater', () => {
  const run = async (facts: UpdateFacts, check: () => Promise<unknown>) => {
    const book = logBook();
    const updater: Record<string, unknown> = { checkForUpdates: check, allowDowngrade: true };
    let loaded = false;
    await startUpdates(facts, book.log, () => {
      loaded = true;
      return Promise.resolve(as(updater));
    });
    return { loaded, updater, states: book.lines.map(({ detail }) => detail['state']) };
  };

  it('is not even loaded when it may not run', async () => {
    const { loaded, states } = await run({ ...may, policy: 'off' }, () =>
      Promise.reject(new Error()),
    );
    expect(loaded).toBe(false);
    expect(states).toEqual(['off-by-policy']);
  });

  it('never goes back to an older version', async () => {
    const { updater, states } = await run(may, () => Promise.resolve());
    expect(updater).toMatchObject({ allowDowngrade: false, allowPrerelease: false });
    expect(states).toEqual(['on']);
  });

  it('that finds no network leaves a line and no fault', async () => {
    const { states } = await run(may, () => Promise.reject(new Error('offline')));
    expect(states).toEqual(['on', 'check-failed']);
  });
});
