import { describe, expect, it } from 'vitest';
import type { EnrolmentWitnesses } from '../../../main/core/facts/mdm';
import { unavailable } from '../../../main/core/reading';
import type { RawReading } from '../../../main/os/port';
import {
  addressPlausible,
  isOrphan,
  kindOf,
  scoreOf,
  standInUser,
} from '../../../main/probes/mdm/enrolment-rules';
import { enrolmentsProbe } from '../../../main/probes/mdm/enrolments';
import { guidOf } from '../../../main/probes/mdm/guid';
import { capture, dword, facts, json, noKey, parse, ran, registry, text } from '../support';
import { accounts, clock, cloudJoin, intuneId, secondId, tasks, tenantId } from './fixtures';

const enrolments = ran(capture('reg-enrollments-intune-and-second-channel-constructed.txt'));
const given = (change: Record<string, RawReading> = {}) => ({
  'registry-enrollments': enrolments,
  'registry-omadm-accounts': accounts,
  'registry-machine-certificates': noKey,
  'registry-cloud-domain-join': cloudJoin,
  'cim-management-tasks': tasks,
  'cim-operating-system': clock,
  ...change,
});
const read = (change?: Record<string, RawReading>) => facts(enrolmentsProbe, given(change));
const one = (id: string, change?: Record<string, RawReading>) =>
  read(change).enrolments.find((entry) => entry.id === id);

describe('enrolments', () => {
  it('reads the Intune channel and the one beside it apart', () => {
    const { enrolments: found, intune, secondChannel, fake } = read();
    expect(found.map(({ id, kind }) => [id, kind])).toEqual([
      [intuneId, 'intune'],
      [secondId, 'second-channel'],
    ]);
    expect({ intune, secondChannel, fake }).toEqual({
      intune: 'yes',
      secondChannel: 'yes',
      fake: 'no',
    });
  });

  it('reads who enrolled, where to and how the keys are kept', () => {
    expect(one(intuneId)).toMatchObject({
      state: 1,
      type: 6,
      user: 'alice@contoso.com',
      standInUser: 'no',
      tenantId,
      tenantMatches: 'yes',
      keyStore: 'tpm',
      linked: { id: secondId, status: 4, error: null, locked: 'unknown' },
    });
  });

  it('is not enrolled when the tenant is somebody else’s', () => {
    const other = 'SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\TenantInfo';
    const joined = ran(
      registry('HKLM', {
        [`${other}\\11111111-2222-3333-4444-555555555555`]: { DisplayName: text('x') },
      }),
    );
    const change = { 'registry-cloud-domain-join': joined };
    expect(one(intuneId, change)?.tenantMatches).toBe('no');
    expect(read(change).intune).toBe('no');
  });

  it('leaves the match open where the join could not be read', () => {
    const change = { 'registry-cloud-domain-join': unavailable('denied') };
    expect(one(intuneId, change)?.tenantMatches).toBe('unknown');
  });

  it('knows the fake enrolment and does not take it for Intune', () => {
    const fake = ran(
      registry('HKLM', {
        'SOFTWARE\\Microsoft\\Enrollments\\FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF': {
          EnrollmentState: dword(1),
          EnrollmentType: dword(0),
        },
        'SOFTWARE\\Microsoft\\Enrollments\\Context': { x: text('bookkeeping') },
      }),
    );
    expect(read({ 'registry-enrollments': fake })).toMatchObject({
      fake: 'yes',
      intune: 'no',
      enrolments: [{ kind: 'fake', orphan: 'unknown' }],
    });
  });

  it('knows the fake enrolment as it was found in the field', () => {
    // The capture is a registry export; the same key as `reg query` prints it.
    const found = capture('reg-enrollments-fake-key.txt')
      .replace(/^\[(.*)\]/gm, '$1')
      .replace(/^"(.*?)"=dword:([0-9a-f]+)/gm, '    $1    REG_DWORD    0x$2')
      .replace(/^"(.*?)"="(.*)"/gm, '    $1    REG_SZ    $2');
    const change = {
      'registry-enrollments': ran(found),
      'registry-omadm-accounts': ran(found),
    };
    expect(read(change)).toMatchObject({
      fake: 'yes',
      intune: 'no',
      enrolments: [{ kind: 'fake', state: 1, type: 0, witnesses: { account: 'yes' } }],
    });
  });

  it('has no enrolment when the key is not there, and says nothing when the door is closed', () => {
    expect(read({ 'registry-enrollments': noKey })).toMatchObject({ enrolments: [], intune: 'no' });
    expect(
      parse(enrolmentsProbe, given({ 'registry-enrollments': unavailable('denied') })),
    ).toEqual(unavailable('denied'));
  });

  it('knows the fake enrolment by its name alone', () => {
    const bare = ran(
      registry('HKLM', {
        'SOFTWARE\\Microsoft\\Enrollments\\FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF': {},
      }),
    );
    expect(read({ 'registry-enrollments': bare })).toMatchObject({ fake: 'yes', intune: 'no' });
  });

  it('does not say "not enrolled" of keys whose values are hidden', () => {
    const hidden = ran(registry('HKLM', { [`SOFTWARE\\Microsoft\\Enrollments\\${intuneId}`]: {} }));
    expect(read({ 'registry-enrollments': hidden })).toMatchObject({
      intune: 'unknown',
      externallyManaged: 'unknown',
      enrolments: [{ kind: 'unknown', orphan: 'unknown' }],
    });
  });

  it('calls an enrolment without account, tasks and certificate an orphan', () => {
    const alone = {
      'registry-omadm-accounts': noKey,
      'cim-management-tasks': json([]),
    };
    expect(one(intuneId, alone)).toMatchObject({
      orphan: 'yes',
      score: { points: 1, undecided: 0 },
    });
    expect(one(intuneId)?.orphan).toBe('no');
  });

  it('does not call it an orphan while a witness is missing that could save it', () => {
    const blind = {
      'registry-omadm-accounts': unavailable('denied'),
      'cim-management-tasks': unavailable('needs-admin'),
    };
    expect(one(intuneId, blind)?.orphan).toBe('unknown');
  });
});

const silent: EnrolmentWitnesses = {
  account: 'unknown',
  tasks: 'unknown',
  certificate: 'unknown',
  certificateInDate: 'unknown',
  addressPlausible: 'unknown',
};

describe('the rules of an enrolment', () => {
  it('weighs account 3, tasks and certificate 2, date and address 1', () => {
    expect(scoreOf(silent)).toEqual({ points: 0, undecided: 9 });
    expect(scoreOf({ ...silent, account: 'yes', tasks: 'no' })).toEqual({
      points: 3,
      undecided: 4,
    });
  });

  it('decides only where the silent witnesses change nothing', () => {
    expect(isOrphan('intune', { points: 4, undecided: 0 })).toBe('no');
    expect(isOrphan('intune', { points: 3, undecided: 0 })).toBe('yes');
    expect(isOrphan('intune', { points: 3, undecided: 1 })).toBe('unknown');
    expect(isOrphan('system-made', { points: 0, undecided: 0 })).toBe('unknown');
  });

  it.each([
    ['MS DM Server', 'intune'],
    ['Microsoft Device Management', 'second-channel'],
    ['WMI_Bridge_Server', 'system-made'],
    ['Local_Management', 'system-made'],
    [null, 'system-made'],
    ['Fleet', 'other'],
  ])('takes the provider %s for %s', (provider, kind) => {
    expect(kindOf(intuneId, provider)).toBe(kind);
  });

  it.each([
    ['https://enrollment.manage.microsoft.com/x', 'yes'],
    ['https://manage.microsoft.com.evil.test/x', 'no'],
    ['no address', 'no'],
    [null, 'no'],
  ])('judges the address %s', (url, answer) => {
    expect(addressPlausible('intune', url)).toBe(answer);
  });

  it.each([
    ['FooUser@contoso.com', 'yes'],
    ['autopilot@contoso.com', 'yes'],
    ['autopilota@contoso.com', 'no'],
    [null, 'unknown'],
  ])('knows the stand-in %s', (user, answer) => {
    expect(standInUser(user)).toBe(answer);
  });

  it('reads ids with and without braces, in either case', () => {
    expect(guidOf(`{${intuneId.toLowerCase()}}`)).toBe(intuneId);
    expect(guidOf('Context')).toBeNull();
  });
});
