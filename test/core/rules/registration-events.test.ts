import type { RegistrationEvent } from '../../../main/core/facts/join';
import { registrationEventRules } from '../../../main/core/rules/registration-events';
import { domainAtHome, hybridAtWork } from './make-device';
import { minutesAgo } from './make-readings';
import { proveFamily } from './prove';

const event = (parts: Partial<RegistrationEvent>): RegistrationEvent => ({
  id: 304,
  at: minutesAgo(10),
  step: 'automatic',
  outcome: 'failed',
  code: '0x801c001d',
  httpStatus: null,
  entraErrors: [],
  tenantId: null,
  ...parts,
});
const log = (parts: Partial<RegistrationEvent>, success: number | null = null, count = 2) => {
  const events = Array.from({ length: count }, () => event(parts));
  return {
    'registration-events': {
      events,
      lastFailure: events[0] ?? null,
      lastSuccess: success === null ? null : event({ outcome: 'succeeded', at: success }),
      cut: false,
    },
  };
};
const on = (parts: Partial<RegistrationEvent>) => domainAtHome({ facts: log(parts) });

proveFamily(
  registrationEventRules,
  [
    ['registration-target-not-found', on({ step: 'discovery' }), { severity: 'notice' }],
    [
      'registration-computer-not-readable',
      on({ id: 307, step: 'directory-lookup', code: '0x8007054b' }),
      { severity: 'notice', codes: ['0x8007054b'] },
    ],
    ['registration-not-connected', on({ step: 'connection' }), { severity: 'notice' }],
    [
      'registration-sign-in-failing',
      on({ id: 305, step: 'authentication', code: '0xcaa90017' }),
      { severity: 'attention', certainty: 'likely', owner: 'directory' },
    ],
    [
      'registration-refused-repeatedly',
      on({ id: 204, step: 'response', code: '0x801c03f2', httpStatus: 400 }),
      { severity: 'attention', codes: ['0x801c03f2'] },
    ],
    [
      'registration-key-failing',
      on({ id: 344, step: 'device-key', code: '0x80290407' }),
      { severity: 'attention', owner: 'technician', link: 'device-key' },
    ],
  ],
  [
    [
      'registration-sign-in-failing',
      'it succeeded since',
      domainAtHome({ facts: log({ step: 'authentication' }, minutesAgo(5)) }),
    ],
    [
      'registration-sign-in-failing',
      'a PC that is registered has got past it',
      hybridAtWork({ facts: log({ step: 'authentication' }) }),
    ],
    [
      'registration-sign-in-failing',
      'once is not repeatedly',
      domainAtHome({ facts: log({ step: 'authentication' }, null, 1) }),
    ],
    [
      'registration-refused-repeatedly',
      'that was last week',
      domainAtHome({ facts: log({ step: 'response', at: minutesAgo(10_000) }) }),
    ],
    [
      'registration-sign-in-failing',
      'dsregcmd tells of the same attempt, and better',
      domainAtHome({
        facts: log({ step: 'authentication' }),
        extra: { 'Diagnostic Data': 'Client ErrorCode : 0xcaa90017\nError Phase : auth' },
      }),
    ],
  ],
);
