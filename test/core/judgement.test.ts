import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chain } from '../../main/core/chain';
import { links, type Finding } from '../../main/core/finding';
import { diagnoseOutput, ids, judge, outputOf, snapshotOf } from './make';

const finding = (over: Partial<Finding>): Finding => ({
  id: 'x',
  link: 'prt',
  severity: 'broken',
  certainty: 'proved',
  owner: 'user',
  evidence: [],
  codes: [],
  values: {},
  causedBy: null,
  guide: null,
  source: '',
  ...over,
});

describe('who ran it', () => {
  it.each([
    ['AzureAD\\AnnaBerg, anna@fabrikam.com', 'NO', 'entra-user'],
    ['FABRIKAM\\anna, anna@fabrikam.com', 'NO', 'entra-user'],
    ['FABRIKAM\\anna, anna@fabrikam.com', 'YES', 'domain-user'],
    ['LT-7\\anna', 'NO', 'local-user'],
    ['LT-7\\anna, anna', 'NO', 'local-user'],
    ['lt-7\\anna', 'YES', 'local-user'],
    ['NT AUTHORITY\\SYSTEM', 'NO', 'system'],
    ['FABRIKAM\\LT-7$, LT-7$@fabrikam.local', 'YES', 'system'],
    ['***\\*******', 'YES', 'unknown'],
  ])('%s on a PC with DomainJoined %s is %s', (account, domain, kind) => {
    const diagnosis = diagnoseOutput({ 'Executing Account Name': account, DomainJoined: domain });
    expect(diagnosis.subject.kind).toBe(kind);
  });
});

describe('a missing token is a fault only where one is due', () => {
  const gone = { AzureAdPrt: 'NO', AzureAdPrtUpdateTime: null, AzureAdPrtExpiryTime: null };
  it.each([
    [{}, true],
    [{ 'Executing Account Name': 'LT-7\\admin', IsUserAzureAD: 'NO' }, false],
    [{ 'Executing Account Name': 'NT AUTHORITY\\SYSTEM' }, false],
    [{ SessionIsNotRemote: 'NO', IsUserAzureAD: 'NO' }, false],
    [{ 'Executing Account Name': null, IsUserAzureAD: null }, null],
    [{ AzureAdJoined: 'NO' }, false],
    [{ AzureAdJoined: null }, null],
  ])('%j', (changes, expected) => {
    const diagnosis = diagnoseOutput({ ...gone, ...changes });
    expect(diagnosis.prt).toMatchObject({ state: 'no', expected });
    expect(ids(diagnosis).includes('prt-missing')).toBe(expected === true);
  });
});

describe('the chain', () => {
  it('folds what stands on a broken link under it', () => {
    const { findings, rootCause } = chain(
      [finding({ id: 'late', link: 'prt' }), finding({ id: 'early', link: 'device-key' })],
      () => [],
    );
    expect(rootCause).toBe('early');
    expect(findings.map(({ id, causedBy }) => [id, causedBy])).toEqual([
      ['early', null],
      ['late', 'early'],
    ]);
  });

  it('shows two independent faults side by side', () => {
    const { findings } = chain(
      [finding({ id: 'a', link: 'clock' }), finding({ id: 'b', link: 'domain-controller' })],
      () => [],
    );
    expect(findings.map(({ causedBy }) => causedBy)).toEqual([null, null]);
  });

  it('takes no mere possibility for a root cause', () => {
    const { rootCause } = chain([finding({ certainty: 'possible' })], () => []);
    expect(rootCause).toBeNull();
  });

  it('never hides a root cause when an unrelated fault is added, and never loses a finding', () => {
    const any = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      link: fc.constantFrom(...links),
      severity: fc.constantFrom('broken' as const, 'attention' as const, 'notice' as const),
      certainty: fc.constantFrom('proved' as const, 'likely' as const, 'possible' as const),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ id }) => id, maxLength: 5 }), (parts) => {
        const { findings, rootCause } = chain(parts.map(finding), () => []);
        expect(findings.map(({ id }) => id).sort()).toEqual(parts.map(({ id }) => id).sort());
        for (const { id, causedBy } of findings) {
          expect(causedBy).not.toBe(id);
          if (causedBy !== null) expect(findings.map((one) => one.id)).toContain(causedBy);
        }
        const counting = parts.some(
          ({ severity, certainty }) => severity !== 'notice' && certainty !== 'possible',
        );
        expect(rootCause !== null).toBe(counting);
      }),
    );
  });
});

it('asks for the cloud’s word and the key test where they are missing', () => {
  const diagnosis = diagnoseOutput({
    DeviceAuthStatus: null,
    KeySignTest: 'MUST Run elevated to test.',
  });
  expect(diagnosis.gaps.map(({ why, detail }) => `${why} ${detail ?? ''}`)).toEqual([
    'not-in-this-output DeviceAuthStatus',
    'needs-admin KeySignTest',
  ]);
});

describe('whose key it is', () => {
  const account = (tpm: string, index = 1) =>
    `| Work Account ${index} |\nWorkplaceDeviceId : ${index}\nTpmProtected : ${tpm}\n`;
  const registered = (accounts: string) =>
    judge(
      snapshotOf(
        `| Device State |\nAzureAdJoined : NO\nDomainJoined : NO\n| User State |\nWorkplaceJoined : YES\n${accounts}`,
      ),
    ).tpmProtected;

  it('is the work account’s where the device is only registered, if all agree', () => {
    expect(registered(account('YES'))).toBe(true);
    expect(registered(account('YES') + account('NO', 2))).toBeNull();
  });

  it('is nobody’s where an old layout prints it on a device that is not joined', () => {
    const old =
      '| Device State |\nAzureAdJoined : NO\nEnterpriseJoined : NO\nTpmProtected : YES\nDomainJoined : YES\n| User State |\nWorkplaceJoined : YES\n';
    expect(judge(snapshotOf(old))).toMatchObject({
      tpmProtected: null,
      join: { type: 'domain-joined', registered: true },
    });
  });

  it('is the device’s own on a joined device with a work account beside it', () => {
    const diagnosis = diagnoseOutput({ WorkplaceJoined: 'YES' }, { 'User State': '' });
    expect(diagnosis.tpmProtected).toBe(true);
    const lost = judge(snapshotOf(`${outputOf({ TpmProtected: null })}${account('NO')}`));
    expect(lost.tpmProtected).toBeNull();
  });
});
