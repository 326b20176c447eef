import type { RegistrationView } from '../../preload/contract-cloud';
import type { SignInSetting } from '../core/organisation';
import { calls, type CallId } from './graph/calls';
import { brokerRedirect } from './sign-in/broker';

/** What a permission is for, in words for whoever grants it: `cloud.purpose.<id>`. */
type Purpose = 'own' | 'methods' | 'look' | 'act' | 'set-up' | 'secrets' | 'cloud-pc';

const purposeOf: Record<CallId, Purpose> = {
  'my-devices': 'own',
  'device-by-id': 'look',
  'managed-by-device-id': 'look',
  'managed-by-serial': 'look',
  'managed-by-user': 'look',
  'managed-by-name': 'look',
  managed: 'look',
  'action-results': 'look',
  compliance: 'look',
  sync: 'act',
  restart: 'act',
  wipe: 'act',
  'protected-wipe': 'act',
  retire: 'act',
  'fresh-start': 'act',
  rename: 'act',
  scan: 'act',
  'rotate-bitlocker': 'act',
  'rotate-laps': 'act',
  'collect-logs': 'act',
  'recovery-keys': 'secrets',
  'recovery-key': 'secrets',
  laps: 'secrets',
  'autopilot-by-serial': 'set-up',
  'autopilot-assign': 'set-up',
  'autopilot-unassign': 'set-up',
  'autopilot-tag': 'set-up',
  'autopilot-delete': 'set-up',
  'my-cloud-pcs': 'cloud-pc',
  'my-cloud-pc-states': 'cloud-pc',
  'cloud-pcs': 'cloud-pc',
  'cloud-pc-states': 'cloud-pc',
  'my-cloud-pc-restart': 'cloud-pc',
  'my-cloud-pc-troubleshoot': 'cloud-pc',
  'my-cloud-pc-reprovision': 'cloud-pc',
  'cloud-pc-restart': 'cloud-pc',
  'cloud-pc-reprovision': 'cloud-pc',
  'cloud-pc-restore': 'cloud-pc',
  snapshots: 'cloud-pc',
  connections: 'cloud-pc',
  'connection-health': 'cloud-pc',
  'sign-in-methods': 'methods',
};

/** All others need an administrator's consent. */
const withoutAdministrator: ReadonlySet<string> = new Set(['User.Read']);

const permissionsNeeded = (): RegistrationView['permissions'] => {
  const found = new Map<string, Set<Purpose>>();
  for (const [id, { permissions }] of Object.entries(calls))
    for (const name of permissions)
      found.set(name, (found.get(name) ?? new Set()).add(purposeOf[id as CallId]));
  return [...found].map(([name, purposes]) => ({
    name,
    purposes: [...purposes],
    administrator: !withoutAdministrator.has(name),
  }));
};

/** Stands where the organisation's own number will be. */
const placeholder = '<client id>';

/** What IT has to enter in the directory: one public client, its two addresses, and what it may ask for. */
export const registrationFor = (settings: SignInSetting | null): RegistrationView => ({
  clientId: settings?.clientId ?? null,
  tenant: settings?.tenant ?? null,
  cloud: settings?.cloud ?? 'global',
  redirects: ['http://localhost', brokerRedirect(settings?.clientId ?? placeholder)],
  permissions: permissionsNeeded(),
});
