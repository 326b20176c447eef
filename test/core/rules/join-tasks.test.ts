import { joinTaskRules } from '../../../main/core/rules/join-tasks';
import { cloudLaptop, domainAtWork, hybridAtWork } from './make-device';
import { tenant } from './make-readings';
import { proveFamily } from './prove';

const task = (name: string, state: 'disabled' | 'ready') => ({
  'join-tasks': { tasks: [{ name, state }] },
});
const off = task('Automatic-Device-Join', 'disabled');

proveFamily(
  joinTaskRules,
  [
    ['join-task-disabled', domainAtWork({ facts: off }), { severity: 'notice' }],
    [
      'join-task-disabled',
      domainAtWork({
        facts: {
          ...off,
          'registration-target': { tenantId: tenant, tenantName: 'fabrikam.com' },
        },
      }),
      { severity: 'attention', certainty: 'proved', owner: 'technician' },
    ],
    ['join-task-disabled', hybridAtWork({ facts: off }), { severity: 'notice' }],
    [
      'join-task-missing',
      domainAtWork({ facts: task('Recovery-Check', 'ready') }),
      { severity: 'notice', certainty: 'possible' },
    ],
  ],
  [
    ['join-task-disabled', 'outside a domain it has nothing to do', cloudLaptop({ facts: off })],
    [
      'join-task-missing',
      'no task at all was shown, so nobody knows',
      domainAtWork({ facts: { 'join-tasks': { tasks: [] } } }),
    ],
    [
      'join-task-missing',
      'a registered PC has no need of it',
      hybridAtWork({ facts: task('Recovery-Check', 'ready') }),
    ],
    ['join-task-missing', 'it is there', domainAtWork()],
  ],
);
