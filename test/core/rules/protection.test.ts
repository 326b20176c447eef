import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../main/core/facts/index';
import { cloudPcRules } from '../../../main/core/rules/cloud-pc';
import { coManagementRules } from '../../../main/core/rules/co-management';
import { licenceRules } from '../../../main/core/rules/licence';
import { machineRules } from '../../../main/core/rules/machine';
import { protectionRules } from '../../../main/core/rules/protection';
import { judge } from '../make';
import {
  antivirus,
  coManagement,
  defender,
  firewall,
  hours,
  inSetup,
  kind,
  laptop,
  licence,
  notEnrolled,
  notJoinedRows,
  online,
  phase,
  services,
  stopped,
  updates,
  version,
  type Some,
} from './make-managed';
import { proveFamily } from './prove';

const started = (hoursAgo: number): Some => ({
  'operating-system': { systemDrive: 'C:', sku: 4, multiSession: 'no', startedAt: hours(hoursAgo) },
});
const service = (name: string, start: 'automatic' | 'disabled' | 'manual' = 'automatic'): Some => ({
  services: services({ [name]: stopped(start) }),
});
const notWatching: Some = {
  defender: defender({ realTime: 'no' }),
  'antivirus-products': { products: [] },
};
const oldPatterns = (age: number, more: Some = {}): Some => ({
  defender: defender({ signatureAgeDays: age }),
  ...more,
});

describe('protection', () => {
  proveFamily(
    protectionRules,
    [
      [
        'antivirus-off',
        laptop({ 'antivirus-products': antivirus('no') }),
        { severity: 'attention' },
      ],
      [
        'antivirus-outdated',
        laptop({ 'antivirus-products': antivirus('yes', 'no') }),
        { severity: 'notice' },
      ],
      ['defender-watching-off', laptop(notWatching), { severity: 'attention' }],
      [
        // The Security Center still repeats what it was told.
        'defender-watching-off',
        laptop({ defender: defender({ realTime: 'no' }), 'antivirus-products': antivirus() }),
        { severity: 'attention', certainty: 'likely' },
      ],
      ['defender-signatures-old', laptop(oldPatterns(9)), { severity: 'notice' }],
      [
        'defender-signatures-old',
        laptop(oldPatterns(20)),
        { severity: 'attention', values: { days: 20 } },
      ],
      [
        'tamper-protection-off',
        laptop({ defender: defender({ tamperProtected: 'no' }) }),
        { severity: 'notice' },
      ],
      [
        'firewall-off',
        laptop({ firewall: firewall('no') }),
        { severity: 'attention', values: { count: 3 } },
      ],
      [
        'firewall-off',
        laptop({ firewall: firewall('no', 'policy') }),
        { severity: 'notice', owner: 'tenant' },
      ],
      [
        'firewall-service-stopped',
        laptop(service('mpssvc', 'disabled')),
        { severity: 'attention' },
      ],
      ['threat-sensor-stopped', laptop(service('sense', 'manual')), { severity: 'attention' }],
      [
        'threat-sensor-not-onboarded',
        laptop({ 'endpoint-detection': { onboarded: 'no', organisationId: null } }),
        { severity: 'notice', certainty: 'possible' },
      ],
    ],
    [
      [
        'antivirus-off',
        'one of two watches',
        laptop({
          'antivirus-products': {
            products: [...antivirus('no').products, ...antivirus('yes').products],
          },
        }),
      ],
      [
        'antivirus-off',
        'Windows is only starting',
        laptop({ 'antivirus-products': antivirus('no'), ...started(0.2) }),
      ],
      [
        'defender-watching-off',
        'another product watches, and Defender stands back',
        laptop({ defender: defender({ realTime: 'no', mode: 'Passive Mode' }) }),
      ],
      [
        'defender-watching-off',
        'another product watches, whatever Defender calls its own mode',
        laptop({
          defender: defender({ realTime: 'no' }),
          'antivirus-products': {
            products: [{ name: 'Contoso Guard', on: 'yes', current: 'yes' }],
          },
        }),
      ],
      [
        'defender-signatures-old',
        'a new Windows is only about to fetch them',
        laptop(oldPatterns(60, { 'windows-version': version({ installedAt: hours(5) }) })),
      ],
      [
        'firewall-service-stopped',
        'Windows is only starting',
        laptop({ ...service('mpssvc'), ...started(0.2) }),
      ],
      [
        'threat-sensor-stopped',
        'it was never connected',
        laptop({
          ...service('sense', 'manual'),
          'endpoint-detection': { onboarded: 'no', organisationId: null },
        }),
      ],
    ],
  );

  it.each([
    ['a server', { 'windows-version': version({ family: 'server' }) }],
    ['Windows that is only starting', started(0.2)],
    ['Windows in set-up', { 'setup-phase': phase('yes') }],
  ] as const)('is not judged on %s', (_, facts) => {
    const bad: Some = {
      'antivirus-products': antivirus('no'),
      defender: defender({ realTime: 'no', tamperProtected: 'no', signatureAgeDays: 30 }),
      firewall: firewall('no'),
      services: services({ mpssvc: stopped('disabled'), sense: stopped() }),
      ...facts,
    };
    const outdated = { ...bad, 'antivirus-products': antivirus('yes', 'no') };
    const said = [laptop(bad), laptop(outdated)].flatMap((device) =>
      protectionRules.filter((rule) => rule.when(device) !== null).map(({ id }) => id),
    );
    expect(said).toEqual([]);
  });

  it('does not alarm about old patterns on a laptop that was away', () => {
    const away = { 'network-profiles': online('no-traffic') };
    expect(judge(laptop(oldPatterns(40, away))).state).toBe('healthy');
    expect(judge(laptop(oldPatterns(40, started(2)))).state).toBe('healthy');
    expect(judge(laptop(oldPatterns(40))).state).toBe('attention');
  });

  it('names one cause where two witnesses tell the same', () => {
    const facts = {
      defender: defender({ realTime: 'no' }),
      'antivirus-products': antivirus('no'),
    };
    const diagnosis = judge(laptop(facts));
    expect(diagnosis.rootCause).toBe('antivirus-off');
    expect(diagnosis.findings.find(({ id }) => id === 'defender-watching-off')?.causedBy).toBe(
      'antivirus-off',
    );
  });

  it('is not hidden behind a fault of sign-in', () => {
    const diagnosis = judge(
      laptop(
        { 'antivirus-products': antivirus('no') },
        { rows: { DeviceAuthStatus: 'FAILED. Device is either disabled or deleted' } },
      ),
    );
    expect(diagnosis.rootCause).toBe('device-disabled-or-deleted');
    expect(diagnosis.findings.find(({ id }) => id === 'antivirus-off')?.causedBy).toBeNull();
  });
});

describe('the licence', () => {
  proveFamily(
    licenceRules,
    [
      [
        'windows-not-activated',
        laptop({ licence: licence('notification') }),
        { severity: 'attention', codes: ['0xc004f034'] },
      ],
      ['windows-not-activated', laptop({ licence: licence('unlicensed') })],
      ['windows-not-genuine', laptop({ licence: licence('non-genuine-grace') })],
      [
        'windows-waits-for-activation',
        laptop({ licence: licence('first-grace', 20_000) }),
        { severity: 'notice' },
      ],
      [
        'windows-activation-changed',
        laptop({ licence: licence('tolerance-grace', 20_000) }),
        { severity: 'notice' },
      ],
      [
        'windows-licence-ends-soon',
        laptop({ licence: licence('licensed', 3 * 1440) }),
        { severity: 'notice' },
      ],
      [
        'edition-step-up-lapsed',
        laptop({ licence: licence('notification') }),
        { certainty: 'possible' },
      ],
    ],
    [
      ['windows-licence-ends-soon', 'it has no end', laptop({ licence: licence('licensed', 0) })],
      [
        'windows-licence-ends-soon',
        'there is time',
        laptop({ licence: licence('licensed', 100_000) }),
      ],
      [
        'windows-not-activated',
        'a server is licensed in other ways',
        laptop({
          licence: licence('notification'),
          'windows-version': version({ family: 'server' }),
        }),
      ],
      [
        'windows-not-genuine',
        'a server is licensed in other ways',
        laptop({
          licence: licence('non-genuine-grace'),
          'windows-version': version({ family: 'server' }),
        }),
      ],
      [
        'edition-step-up-lapsed',
        'nobody lends to a private PC',
        laptop({ licence: licence('notification') }, { rows: notJoinedRows }),
      ],
      [
        'windows-not-activated',
        'another key is valid',
        laptop({
          licence: {
            activated: 'yes',
            products: [...licence('unlicensed').products, ...licence().products],
          },
        }),
      ],
      [
        'edition-step-up-lapsed',
        'Pro is not lent',
        laptop({
          licence: licence('notification'),
          'windows-version': version({ edition: 'Professional' }),
        }),
      ],
    ],
  );
});

const complaint = {
  localTime: '2026-09-14T07:00:00',
  component: 'CoManagementHandler',
  level: 'error' as const,
  text: 'Failed to enrol',
};
const log = (mergedFlags: number, problems = [] as (typeof complaint)[]): Some => ({
  'co-management': coManagement(),
  'co-management-log': { mergedFlags, mergedAt: null, problems },
});

describe('two management systems', () => {
  proveFamily(
    coManagementRules,
    [
      [
        'two-systems-manage',
        laptop({ 'co-management': coManagement() }),
        { severity: 'notice', values: { count: 2 } },
      ],
      [
        'configuration-manager-alone',
        laptop({ 'co-management': coManagement({ on: 'no', flags: 0, intuneWorkloads: [] }) }),
      ],
      [
        'co-management-not-enrolled',
        laptop({ 'co-management': coManagement(), 'mdm-enrolments': notEnrolled }),
        { severity: 'attention' },
      ],
      [
        'provisioning-mode-stuck',
        laptop({ 'co-management': coManagement({ provisioningMode: 'yes' }) }),
        { severity: 'attention', certainty: 'possible' },
      ],
      ['management-agent-stopped', laptop(service('ccmexec')), { severity: 'attention' }],
      [
        'management-agent-disabled',
        laptop(service('ccmexec', 'disabled')),
        { severity: 'attention' },
      ],
      ['co-management-values-differ', laptop(log(1)), { values: { flags: 67, merged: 1 } }],
      ['co-management-log-complains', laptop(log(67, [complaint])), { certainty: 'possible' }],
      ['two-systems-demand-encryption', laptop({ 'co-management': coManagement() })],
      [
        'two-systems-direct-updates',
        laptop({
          'co-management': coManagement({ intuneWorkloads: ['windows-update'] }),
          'windows-update': updates({ server: 'https://wsus.corp.fabrikam.com:8531' }),
        }),
      ],
    ],
    [
      [
        'management-agent-stopped',
        'Windows starts it late',
        laptop({ ...service('ccmexec'), ...started(0.2) }),
      ],
      [
        'provisioning-mode-stuck',
        'imaging is not through',
        inSetup({ 'co-management': coManagement({ provisioningMode: 'yes' }) }),
      ],
      [
        'two-systems-demand-encryption',
        'Intune decides about it',
        laptop({ 'co-management': coManagement({ intuneWorkloads: ['endpoint-protection'] }) }),
      ],
    ],
  );

  it('never make a possible fault the root cause', () => {
    const facts = { 'co-management': coManagement({ provisioningMode: 'yes' }) };
    expect(judge(laptop(facts))).toMatchObject({ state: 'attention', rootCause: null });
  });
});

const host: Some = {
  'virtual-desktop': kind({ kind: 'multi-session-host', sessionHost: 'yes', virtual: 'yes' }),
};
const agent = (running: 'yes' | 'no'): Facts['session-host-agent'] => ({
  installed: 'yes',
  services: [{ name: 'RDAgentBootLoader', running }],
});

describe('virtual desktops', () => {
  proveFamily(
    cloudPcRules,
    [
      [
        'cloud-pc',
        laptop({ 'virtual-desktop': kind({ kind: 'cloud-pc', cloudPc: 'yes' }) }),
        { severity: 'notice' },
      ],
      ['shared-virtual-desktop', laptop(host), { values: { kind: 'multi_session_host' } }],
      [
        'session-host-agent-stopped',
        laptop({ ...host, 'session-host-agent': agent('no') }),
        { severity: 'attention', certainty: 'proved' },
      ],
    ],
    [
      [
        'session-host-agent-stopped',
        'it runs',
        laptop({ ...host, 'session-host-agent': agent('yes') }),
      ],
      [
        'session-host-agent-stopped',
        'Windows is only starting',
        laptop({ ...host, 'session-host-agent': agent('no'), ...started(0.2) }),
      ],
      [
        'session-host-agent-stopped',
        'set-up is not through',
        inSetup({ ...host, 'session-host-agent': agent('no') }),
      ],
      [
        'session-host-agent-stopped',
        'its services could not be asked for',
        laptop({ ...host, 'session-host-agent': { installed: 'yes', services: null } }),
      ],
    ],
  );
});

describe('the kind of machine', () => {
  proveFamily(machineRules, [
    [
      'virtual-machine',
      laptop({ 'virtual-desktop': kind({ kind: 'virtual-machine', virtual: 'yes' }) }),
    ],
    ['windows-server', laptop({ 'windows-version': version({ family: 'server' }) })],
    ['still-in-setup', inSetup()],
  ]);

  it('never changes the verdict', () => {
    expect(judge(inSetup()).findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  });
});
