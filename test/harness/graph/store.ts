import { complaints } from './schema';

export type Row = { id: string } & Record<string, unknown>;

/** Everything the directory and the management service remember. */
export interface Store {
  me: Row;
  devices: Row[];
  /** Device ids that belong to the signed-in person. */
  mine: string[];
  managed: Row[];
  compliance: Record<string, Row[]>;
  recoveryKeys: Row[];
  /** By Entra device id. */
  passwords: Record<string, Row>;
  autopilot: Row[];
  cloudPcs: Row[];
  myCloudPcs: string[];
  snapshots: Row[];
  connections: Row[];
  methods: Row[];
}

export const emptyStore = (): Store => ({
  me: { id: 'u1', displayName: 'Jane Doe', userPrincipalName: 'jane@contoso.test' },
  devices: [],
  mine: [],
  managed: [],
  compliance: {},
  recoveryKeys: [],
  passwords: {},
  autopilot: [],
  cloudPcs: [],
  myCloudPcs: [],
  snapshots: [],
  connections: [],
  methods: [],
});

const typed: readonly [keyof Store, string][] = [
  ['devices', 'graph.device'],
  ['managed', 'graph.managedDevice'],
  ['recoveryKeys', 'graph.bitlockerRecoveryKey'],
  ['autopilot', 'graph.windowsAutopilotDeviceIdentity'],
];

/** A test that describes what Graph never gives is wrong itself. */
export const storeComplaints = (store: Store): string[] =>
  typed.flatMap(([name, type]) => (store[name] as Row[]).flatMap((row) => complaints(type, row)));

interface ActionResult {
  actionName: string;
  actionState: string;
  startDateTime: string;
  lastUpdatedDateTime: string;
}

const resultsOf = (device: Row): ActionResult[] =>
  (device['deviceActionResults'] ??= []) as ActionResult[];

export const isUnderWay = (device: Row, action: string): boolean =>
  resultsOf(device).some(
    ({ actionName, actionState }) => actionName === action && /pending|active/.test(actionState),
  );

export const queueAction = (device: Row, actionName: string): void => {
  const now = new Date().toISOString();
  resultsOf(device).push({
    actionName,
    actionState: 'pending',
    startDateTime: now,
    lastUpdatedDateTime: now,
  });
  if (actionName === 'wipe') device['managementState'] = 'wipePending';
  if (actionName === 'retire') device['managementState'] = 'retirePending';
};

const next: Readonly<Record<string, string>> = { pending: 'active', active: 'done' };

/** The device asked what there is to do: every action goes on by one state. */
export const checkIn = (device: Row, outcome?: 'failed' | 'notSupported'): void => {
  for (const result of resultsOf(device)) {
    const state = next[result.actionState];
    if (state !== undefined) result.actionState = outcome ?? state;
  }
};
