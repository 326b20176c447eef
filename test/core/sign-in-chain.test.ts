import { beforeAll, describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020';
import type { Facts } from '../../main/core/facts/index';
import { ok } from '../../main/core/reading';
import { chainOutcome, companyDomain, signInChain } from '../../main/core/sign-in-chain';
import { type Look, look } from '../../main/engine';
import { openSample } from '../../main/samples';
import schema from '../../resources/schema/chain.schema.json';
import { say } from '../terminal/fake';

const samples = new Map<string, Look>();
beforeAll(async () => {
  for (const id of [
    'healthy-cloud-laptop',
    'healthy-hybrid-desktop',
    'device-switched-off',
    'local-administrator',
    'personal-pc-with-work-account',
    'waiting-for-directory',
  ])
    samples.set(id, await look((await openSample(id))!, { budgetMs: 20_000 }));
});

type More = { [K in keyof Facts]?: Facts[K] };
const chainOf = (id: string, more: More = {}, without: readonly string[] = []) => {
  const { snapshot, diagnosis } = samples.get(id)!;
  const changed = Object.entries(more).map(([probe, value]) => [probe, ok(value)] as const);
  const kept = Object.entries(snapshot.readings).filter(([probe]) => !without.includes(probe));
  const readings = Object.fromEntries([...kept, ...changed]) as typeof snapshot.readings;
  return signInChain({ ...snapshot, readings }, diagnosis.findings);
};
const states = (chain: ReturnType<typeof signInChain>) =>
  chain.steps.map(({ link, state, why }) => `${link} ${why ?? state}`);

describe('the chain from the sign-in to a file server', () => {
  it('is proved link by link where the device says so, each with its evidence', () => {
    const chain = chainOf('healthy-hybrid-desktop');
    expect(chainOutcome(chain)).toBe('proved');
    expect(chain.steps.every(({ evidence }) => evidence.length > 0)).toBe(true);
    expect(chain.domain).toBe('fabrikam.local');
  });

  it('of a PC in the cloud alone is not called broken: what nobody can know is named', () => {
    expect(states(chainOf('healthy-cloud-laptop'))).toEqual([
      'cloud-ap proved',
      'prt proved',
      'attributes needs-cloud',
      'dc-locator domain-unknown',
      'tgt not-yet-needed',
      'service-ticket not-yet-needed',
    ]);
  });

  it('with tickets of the company proves attributes, ticket and server', () => {
    const ticket = (server: string, cacheFlags: number) => ({
      client: 'jane',
      clientRealm: 'CORP.EXAMPLE.COM',
      server,
      serverRealm: 'CORP.EXAMPLE.COM',
      flags: null,
      cacheFlags,
      kdc: 'dc1.corp.example.com',
      started: null,
    });
    const tickets = [ticket('krbtgt/CORP.EXAMPLE.COM', 1), ticket('cifs/fs1.corp.example.com', 0)];
    const chain = chainOf('healthy-cloud-laptop', {
      'kerberos-tickets': {
        ...{ logonId: '0:0x1', count: 2, tickets, noLogonSession: false, failure: null },
        ...{ onPremTgt: 'yes', cloudTgt: 'no' },
      },
    });
    expect(states(chain)).toEqual([
      'cloud-ap proved',
      'prt proved',
      'attributes proved',
      'dc-locator domain-unknown',
      'tgt proved',
      'service-ticket proved',
    ]);
    expect(chain.domain).toBe('corp.example.com');
  });

  it('breaks at the token, and what comes after is not judged', () => {
    const chain = chainOf('device-switched-off');
    expect(chainOutcome(chain)).toBe('broken');
    expect(states(chain).slice(1)).toEqual([
      'prt broken',
      ...['attributes', 'dc-locator', 'tgt', 'service-ticket'].map(
        (link) => `${link} after-broken`,
      ),
    ]);
  });

  it('breaks at the locator where a member finds no controller', () => {
    const failure = { number: 1355, symbol: 'ERROR_NO_SUCH_DOMAIN' };
    const chain = chainOf('healthy-hybrid-desktop', {
      'domain-controller': { found: null, failure },
    });
    expect(chain.steps.find(({ link }) => link === 'dc-locator')).toMatchObject({
      state: 'broken',
    });
  });

  it('seen from another session proves nothing of the person', () => {
    expect(states(chainOf('local-administrator')).slice(0, 2)).toEqual([
      'cloud-ap other-session',
      'prt other-session',
    ]);
  });

  it('does not exist on a PC without it, and needs no cloud in the domain alone', () => {
    expect(chainOutcome(chainOf('personal-pc-with-work-account'))).toBe('not-needed');
    expect(states(chainOf('waiting-for-directory')).slice(0, 2)).toEqual([
      'cloud-ap not-needed',
      'prt not-needed',
    ]);
  });

  it.each(['device-registration', 'domain-controller', 'kerberos-tickets', 'domain-membership'])(
    'without %s nothing becomes green, and nothing breaks',
    (probe) => {
      const before = new Map(chainOf('healthy-hybrid-desktop').steps.map((one) => [one.link, one]));
      for (const step of chainOf('healthy-hybrid-desktop', {}, [probe]).steps) {
        expect(step.state).not.toBe('broken');
        if (step.state === 'proved') expect(before.get(step.link)?.state).toBe('proved');
      }
    },
  );

  it('with no reading at all is open, and knows no domain', () => {
    const { snapshot } = samples.get('healthy-hybrid-desktop')!;
    const empty = { ...snapshot, readings: {} };
    const chain = signInChain(empty, []);
    expect(new Set(chain.steps.map(({ state }) => state))).toEqual(new Set(['not-provable']));
    expect(companyDomain(empty)).toBeNull();
  });
});

describe('fieldkit chain', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  it.each([
    ['healthy-hybrid-desktop', 0],
    ['healthy-cloud-laptop', 3],
    ['device-switched-off', 2],
  ])('of %s ends with %i, and fits its schema', async (sample, code) => {
    const said = await say(['chain', '--sample', sample, '--json']);
    expect(said.code).toBe(code);
    validate(JSON.parse(said.out));
    expect(validate.errors).toBeNull();
  });

  it.each(['en', 'de'])('speaks to people in %s, in whole words', async (lang) => {
    for (const sample of ['healthy-cloud-laptop', 'device-switched-off']) {
      const said = await say(['chain', '--sample', sample, '--lang', lang]);
      expect(said.out).not.toMatch(/\b(chain|finding|owner|terminal)\.[a-z]/);
    }
  });
});
