import type {
  CloudAnswer,
  CloudDeviceView,
  CloudFindBy,
  CloudPcPart,
  CloudPcRow,
  FoundView,
  MineView,
  RecoveryKeyRow,
} from '../../../preload/contract-cloud';
import type { CallId } from '../graph/calls';
import type { Graph } from '../graph/client';
import { isRecord, type Thing } from '../graph/shapes';
import { actionsOn } from './actions';
import { answerOf, problem, problemOf } from './answer';
import type { KnownThings } from './known';
import {
  autopilotRow,
  cloudPcRow,
  foundRow,
  isCloudPc,
  keyRow,
  knownManaged,
  methodsView,
  myDeviceRow,
} from './rows';

/** What a seat asks, for one person: their own things. */
export const lookAtMine = async (
  graph: Graph,
  things: KnownThings,
  here: string | null,
): Promise<MineView> => {
  const [devices, cloudPcs, methods] = await Promise.all([
    graph.list('my-devices', 'device'),
    cloudPcsOf(graph, things, 'my-cloud-pc'),
    graph.ask('sign-in-methods'),
  ]);
  return {
    devices: answerOf(devices, (rows) => rows.map((row) => myDeviceRow(row, here, things))),
    cloudPcs,
    methods: answerOf(methods, methodsView),
  };
};

const cloudPcCalls = {
  'my-cloud-pc': ['my-cloud-pcs', 'my-cloud-pc-states'],
  'cloud-pc': ['cloud-pcs', 'cloud-pc-states'],
} as const satisfies Record<string, readonly [CallId, CallId]>;

/** The state is told by another version of the service than the rest; without it the rest is still true. */
const cloudPcsOf = async (
  graph: Graph,
  things: KnownThings,
  kind: keyof typeof cloudPcCalls,
  fits: (pc: Thing<'cloudPc'>) => boolean = () => true,
): Promise<CloudAnswer<CloudPcRow[]>> => {
  const [plain, beta] = cloudPcCalls[kind];
  const [pcs, states] = await Promise.all([
    graph.list(plain, 'cloudPc'),
    graph.list(beta, 'cloudPcStatus'),
  ]);
  const status = new Map(
    states.kind === 'ok' ? states.value.map((one) => [one.id, one.status]) : [],
  );
  return answerOf(pcs, (rows) =>
    rows.filter(fits).map((row) => cloudPcRow(row, status.get(row.id) ?? null, kind, things)),
  );
};

const findCalls = {
  serial: ['managed-by-serial', 'serial'],
  name: ['managed-by-name', 'name'],
  user: ['managed-by-user', 'user'],
} as const satisfies Record<CloudFindBy, readonly [CallId, string]>;

const autopilotOf = async (
  graph: Graph,
  things: KnownThings,
  serial: string | null,
  managed: boolean | null,
): Promise<FoundView['autopilot']> => {
  if (serial === null) return problem('no-serial');
  const found = await graph.list('autopilot-by-serial', 'autopilot', { filling: { serial } });
  // It was asked for whatever contains it.
  return answerOf(found, (rows) =>
    rows
      .filter(({ serialNumber }) => serialNumber?.toLowerCase() === serial.toLowerCase())
      .map((row) => autopilotRow(row, managed, things)),
  );
};

export const findDevices = async (
  graph: Graph,
  things: KnownThings,
  by: CloudFindBy,
  text: string,
): Promise<CloudAnswer<FoundView>> => {
  const [call, name] = findCalls[by];
  const found = await graph.list(call, 'managedDevice', { filling: { [name]: text } });
  if (found.kind !== 'ok') return problemOf(found);
  for (const device of found.value) things.keep(device.id ?? '', knownManaged(device));
  const [only, ...more] = found.value;
  const serial = by === 'serial' ? text : more.length === 0 ? (only?.serialNumber ?? null) : null;
  return {
    ok: true,
    value: {
      devices: found.value.map(foundRow),
      autopilot: await autopilotOf(graph, things, serial, found.value.length > 0),
    },
  };
};

export const keysOf = async (
  graph: Graph,
  things: KnownThings,
  deviceId: string | null,
): Promise<CloudAnswer<RecoveryKeyRow[]>> => {
  if (deviceId === null) return problem('not-in-directory');
  const found = await graph.list('recovery-keys', 'recoveryKey', { filling: { deviceId } });
  return answerOf(found, (rows) => rows.map((row) => keyRow(row, deviceId, things)));
};

const directoryOf = async (
  graph: Graph,
  deviceId: string | null,
): Promise<CloudDeviceView['directory']> => {
  if (deviceId === null) return problem('not-in-directory');
  const found = await graph.list('device-by-id', 'device', { filling: { deviceId } });
  return answerOf(found, ([device]) => ({
    found: device !== undefined,
    enabled: device?.accountEnabled ?? null,
    joinType: device?.trustType ?? null,
    lastSeenAt: device?.approximateLastSignInDateTime ?? null,
  }));
};

const passed = new Set(['passed', 'informational']);

/** Checks of an organisation's own network; a code such as `dnsCheckFqdnNotFound` is in the catalogue. */
const checksIn = (body: unknown): CloudPcPart['checks'] => {
  const detail = isRecord(body) ? body['healthCheckStatusDetail'] : null;
  const rows =
    isRecord(detail) && Array.isArray(detail['healthChecks']) ? detail['healthChecks'] : [];
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return (rows as unknown[])
    .filter(isRecord)
    .map((row) => ({
      name: text(row['displayName']) ?? '–',
      state: text(row['status']) ?? 'unknown',
      code: text(row['errorType']),
    }))
    .sort((a, b) => Number(passed.has(a.state)) - Number(passed.has(b.state)));
};

const checksOf = async (
  graph: Graph,
  connection: string | null,
): Promise<CloudPcPart['checks']> => {
  if (connection === null) return [];
  const all = await graph.list('connections', 'connection');
  const id =
    all.kind === 'ok' ? all.value.find(({ displayName }) => displayName === connection)?.id : null;
  if (!id) return [];
  const health = await graph.ask('connection-health', { filling: { id } });
  return health.kind === 'ok' ? checksIn(health.value) : [];
};

const cloudPcPart = async (
  graph: Graph,
  things: KnownThings,
  managedId: string,
): Promise<CloudAnswer<CloudPcPart>> => {
  const found = await cloudPcsOf(
    graph,
    things,
    'cloud-pc',
    ({ managedDeviceId }) => managedDeviceId === managedId,
  );
  if (!found.ok) return found;
  const [row] = found.value;
  if (row === undefined) return problem('not-found');
  const [snapshots, checks] = await Promise.all([
    graph.list('snapshots', 'snapshot', { filling: { id: row.id } }),
    checksOf(graph, row.connection),
  ]);
  const points = snapshots.kind === 'ok' ? snapshots.value : [];
  return {
    ok: true,
    value: {
      ...row,
      checks,
      snapshots: points.map(({ id, createdDateTime }) => ({
        id: id ?? '',
        createdAt: createdDateTime,
      })),
      actions: actionsOn('cloud-pc'),
    },
  };
};

/** One device with everything that matters before something is done to it. */
export const lookAtDevice = async (
  graph: Graph,
  things: KnownThings,
  id: string,
): Promise<CloudAnswer<CloudDeviceView>> => {
  const found = await graph.one('managed', 'managedDevice', { filling: { id } });
  if (found.kind !== 'ok') return problemOf(found);
  const device = found.value;
  const thing = knownManaged(device);
  const { deviceId, target } = thing;
  const [directory, autopilot, compliance, keys, cloudPc] = await Promise.all([
    directoryOf(graph, deviceId),
    autopilotOf(graph, things, target.serial, true),
    graph.list('compliance', 'compliancePolicy', { filling: { id } }),
    keysOf(graph, things, deviceId),
    isCloudPc(device) ? cloudPcPart(graph, things, id) : null,
  ]);
  things.keep(id, {
    ...thing,
    known: {
      ...thing.known,
      joinType: directory.ok ? directory.value.joinType : null,
      autopilot: autopilot.ok ? autopilot.value.length : null,
      keys: keys.ok ? keys.value.length : null,
    },
  });
  return {
    ok: true,
    value: {
      device: {
        ...foundRow(device),
        encrypted: device.isEncrypted,
        state: device.managementState,
        owner: device.managedDeviceOwnerType,
        enrolledAt: device.enrolledDateTime,
        version: device.osVersion,
      },
      directory,
      autopilot,
      compliance: answerOf(compliance, (rows) =>
        rows.map(({ displayName, state }) => ({ name: displayName, state })),
      ),
      keys,
      cloudPc,
      actions: isCloudPc(device)
        ? actionsOn('managed').filter(worksOnCloudPc)
        : actionsOn('managed'),
    },
  };
};

/** A Cloud PC is made anew by its own service; these would only break it. */
const notOnCloudPc = new Set([
  'wipe',
  'protected-wipe',
  'fresh-start',
  'retire',
  'rotate-bitlocker',
]);
const worksOnCloudPc = (action: string): boolean => !notOnCloudPc.has(action);
