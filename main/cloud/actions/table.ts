import type { CallId } from '../graph/calls';

/** What kind of thing an action is done to. */
export type TargetKind = 'managed' | 'autopilot' | 'my-cloud-pc' | 'cloud-pc';
type OptionKind = 'flag' | 'text' | readonly string[];

export interface CloudAction {
  call: CallId;
  on: TargetKind;
  risk: 'none' | 'interrupts' | 'destructive';
  /** Its name in the list of action results; null where the service keeps no such list. */
  result: string | null;
  /** What a person may choose, by its name in the request. */
  options: Readonly<Record<string, OptionKind>>;
  /** Sent with every request. */
  fixed?: Readonly<Record<string, unknown>>;
  /** Sent although nothing was chosen: the service wants a body. */
  body?: true;
}

const none = { options: {} } as const;

/** The closed list. Words: `cloud.action.<id>.title` and `.does`. */
export const cloudActions = {
  sync: { ...none, call: 'sync', on: 'managed', risk: 'none', result: 'syncDevice' },
  restart: { ...none, call: 'restart', on: 'managed', risk: 'interrupts', result: 'rebootNow' },
  scan: {
    call: 'scan',
    on: 'managed',
    risk: 'none',
    result: 'windowsDefenderScan',
    options: { quickScan: 'flag' },
    fixed: { quickScan: true },
  },
  rename: {
    call: 'rename',
    on: 'managed',
    risk: 'interrupts',
    result: 'setDeviceName',
    options: { deviceName: 'text' },
  },
  'collect-logs': {
    ...none,
    call: 'collect-logs',
    on: 'managed',
    risk: 'none',
    result: null,
    fixed: { templateType: { templateType: 'predefined' } },
  },
  'rotate-bitlocker': {
    ...none,
    call: 'rotate-bitlocker',
    on: 'managed',
    risk: 'none',
    result: 'rotateBitLockerKeys',
  },
  'rotate-laps': {
    ...none,
    call: 'rotate-laps',
    on: 'managed',
    risk: 'none',
    result: 'rotateLocalAdminPassword',
  },
  retire: { ...none, call: 'retire', on: 'managed', risk: 'destructive', result: 'retire' },
  wipe: {
    call: 'wipe',
    on: 'managed',
    risk: 'destructive',
    result: 'wipe',
    options: { keepEnrollmentData: 'flag', keepUserData: 'flag', persistEsimDataPlan: 'flag' },
    body: true,
  },
  'protected-wipe': {
    call: 'protected-wipe',
    on: 'managed',
    risk: 'destructive',
    result: 'wipe',
    options: { persistEsimDataPlan: 'flag' },
    fixed: { useProtectedWipe: true },
  },
  'fresh-start': {
    call: 'fresh-start',
    on: 'managed',
    risk: 'destructive',
    result: 'cleanWindowsDevice',
    options: { keepUserData: 'flag' },
    fixed: { keepUserData: true },
  },
  'autopilot-assign': {
    call: 'autopilot-assign',
    on: 'autopilot',
    risk: 'none',
    result: null,
    options: { userPrincipalName: 'text', addressableUserName: 'text' },
  },
  'autopilot-unassign': {
    ...none,
    call: 'autopilot-unassign',
    on: 'autopilot',
    risk: 'none',
    result: null,
  },
  'autopilot-tag': {
    call: 'autopilot-tag',
    on: 'autopilot',
    risk: 'none',
    result: null,
    options: { groupTag: 'text', displayName: 'text' },
  },
  'autopilot-delete': {
    ...none,
    call: 'autopilot-delete',
    on: 'autopilot',
    risk: 'destructive',
    result: null,
  },
  'my-cloud-pc-restart': {
    ...none,
    call: 'my-cloud-pc-restart',
    on: 'my-cloud-pc',
    risk: 'interrupts',
    result: null,
  },
  'my-cloud-pc-troubleshoot': {
    ...none,
    call: 'my-cloud-pc-troubleshoot',
    on: 'my-cloud-pc',
    risk: 'none',
    result: null,
  },
  'my-cloud-pc-reprovision': {
    ...none,
    call: 'my-cloud-pc-reprovision',
    on: 'my-cloud-pc',
    risk: 'destructive',
    result: null,
  },
  'cloud-pc-restart': {
    ...none,
    call: 'cloud-pc-restart',
    on: 'cloud-pc',
    risk: 'interrupts',
    result: null,
  },
  'cloud-pc-reprovision': {
    call: 'cloud-pc-reprovision',
    on: 'cloud-pc',
    risk: 'destructive',
    result: null,
    options: {
      osVersion: ['windows10', 'windows11'],
      userAccountType: ['standardUser', 'administrator'],
    },
    body: true,
  },
  'cloud-pc-restore': {
    call: 'cloud-pc-restore',
    on: 'cloud-pc',
    risk: 'destructive',
    result: null,
    options: { cloudPcSnapshotId: 'text' },
  },
} as const satisfies Record<string, CloudAction>;

export type CloudActionId = keyof typeof cloudActions;
export type ActionOptions = Readonly<Record<string, string | boolean>>;

const fits = (kind: OptionKind, value: string | boolean): boolean => {
  if (kind === 'flag') return typeof value === 'boolean';
  if (typeof value !== 'string' || value.length > 256) return false;
  return kind === 'text' || kind.includes(value);
};

/** The body of the request; null when something was chosen that the action does not have. */
export const bodyOf = (
  id: CloudActionId,
  chosen: ActionOptions,
): { body?: Record<string, unknown> } | null => {
  const { options, fixed, body }: CloudAction = cloudActions[id];
  for (const [name, value] of Object.entries(chosen)) {
    const kind = Object.hasOwn(options, name) ? options[name] : undefined;
    if (kind === undefined || !fits(kind, value)) return null;
  }
  const whole = { ...fixed, ...chosen };
  return Object.keys(whole).length > 0 || body ? { body: whole } : {};
};
