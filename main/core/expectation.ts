import type { JoinMethod } from './facts/autopilot';
import type { Certainty, Evidence } from './finding';
import type { DeviceKind, IntendedJoin } from './organisation';
import { fact } from './rules/evidence';
import { valueOf, type Snapshot } from './snapshot';

/** What somebody wants this device to be, how sure that is, and who says so. */
export interface Expected<T> {
  wanted: readonly T[];
  certainty: Certainty;
  evidence: Evidence[];
}

/** What this device is meant to be; null where nothing tells. */
export interface Expectation {
  joins: Expected<IntendedJoin> | null;
  kinds: Expected<DeviceKind> | null;
  tenants: Expected<string> | null;
}

type Witness<T> = (snapshot: Snapshot) => Expected<T> | null;

const written = (field: string, values: readonly string[]): Evidence[] => [
  { source: 'organisation', field, value: values.join(', ') },
];

/** The word of the organisation itself. */
const told =
  <T extends string>(
    field: string,
    pick: (expects: NonNullable<Snapshot['organisation']>['expects']) => readonly T[],
  ): Witness<T> =>
  ({ organisation }) => {
    const wanted = organisation ? pick(organisation.expects) : [];
    if (wanted.length === 0) return null;
    return { wanted, certainty: 'proved', evidence: written(field, wanted) };
  };

const joinOfMethod: Record<JoinMethod, IntendedJoin | null> = {
  entra: 'entra-joined',
  hybrid: 'hybrid-joined',
  unknown: null,
};

/** The profile it was set up with: it may have been meant otherwise since. */
const autopilotJoin: Witness<IntendedJoin> = (snapshot) => {
  const downloaded = valueOf(snapshot, 'autopilot-downloaded-profile')?.profile.joinMethod;
  const cached = valueOf(snapshot, 'autopilot-policy-cache')?.joinMethod;
  const [source, method] =
    downloaded !== undefined && downloaded !== 'unknown'
      ? (['autopilot-downloaded-profile', downloaded] as const)
      : (['autopilot-policy-cache', cached ?? 'unknown'] as const);
  const join = joinOfMethod[method];
  if (join === null) return null;
  return { wanted: [join], certainty: 'likely', evidence: [fact(source, 'joinMethod', method)] };
};

/** A member of a domain that is asked to register itself is on its way to both. */
const askedToRegister: Witness<IntendedJoin> = (snapshot) => {
  const membership = valueOf(snapshot, 'domain-membership');
  const policy = valueOf(snapshot, 'join-policy')?.automaticRegistration;
  if (membership?.joined !== 'yes' || policy !== 'asked-for') return null;
  return {
    wanted: ['hybrid-joined'],
    certainty: 'likely',
    evidence: [
      fact('domain-membership', 'joined', membership.joined),
      fact('join-policy', 'automaticRegistration', policy),
    ],
  };
};

const kindOfVirtual = {
  'cloud-pc': 'cloud-pc',
  'session-host': 'session-host',
  'multi-session-host': 'session-host',
} as const;

const virtualKind: Witness<DeviceKind> = (snapshot) => {
  const kind = valueOf(snapshot, 'virtual-desktop')?.kind;
  if (kind === undefined || !Object.hasOwn(kindOfVirtual, kind)) return null;
  return {
    wanted: [kindOfVirtual[kind as keyof typeof kindOfVirtual]],
    certainty: 'proved',
    evidence: [fact('virtual-desktop', 'kind', kind)],
  };
};

/** A profile without a person in it is for devices that belong to nobody in particular. */
const withoutPerson: Witness<DeviceKind> = (snapshot) => {
  if (valueOf(snapshot, 'autopilot-profile')?.oobe?.selfDeploying !== true) return null;
  return {
    wanted: ['shared', 'kiosk'],
    certainty: 'possible',
    evidence: [fact('autopilot-profile', 'selfDeploying', true)],
  };
};

const ownDevice: Witness<DeviceKind> = (snapshot) => {
  const accounts = valueOf(snapshot, 'workplace-joins')?.accounts.length ?? 0;
  const rows = valueOf(snapshot, 'device-registration')?.joinRows;
  if (accounts === 0 || rows?.entra !== 'no' || rows.domain !== 'no') return null;
  return {
    wanted: ['bring-your-own'],
    certainty: 'likely',
    evidence: [fact('workplace-joins', 'accounts', accounts)],
  };
};

const autopilotTenant: Witness<string> = (snapshot) => {
  const tenant = valueOf(snapshot, 'autopilot-downloaded-profile')?.profile.tenantId;
  if (!tenant) return null;
  return {
    wanted: [tenant.toLowerCase()],
    certainty: 'likely',
    evidence: [fact('autopilot-downloaded-profile', 'tenantId', tenant)],
  };
};

/** The first witness that says anything is believed: the organisation's own word comes first. */
const first = <T>(snapshot: Snapshot, witnesses: readonly Witness<T>[]): Expected<T> | null => {
  for (const witness of witnesses) {
    const expected = witness(snapshot);
    if (expected) return expected;
  }
  return null;
};

export const expectationOf = (snapshot: Snapshot): Expectation => ({
  joins: first(snapshot, [
    told('devices.joins', ({ joins }) => joins),
    autopilotJoin,
    askedToRegister,
  ]),
  kinds: first(snapshot, [
    told('devices.kinds', ({ kinds }) => kinds),
    virtualKind,
    withoutPerson,
    ownDevice,
  ]),
  tenants: first(snapshot, [
    told('devices.tenants', ({ tenants }) => tenants.map(({ id }) => id)),
    autopilotTenant,
  ]),
});
