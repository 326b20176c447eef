import type { SetupTracking, StepState, TrackedItem } from '../facts/autopilot';
import type { Tri } from '../reading';
import { valueOf, type Snapshot } from '../snapshot';
import type { Found, Phase, SetUp, SetUpApp } from './sheet';

/** What Windows waits for where nobody set another limit. */
const usualMinutes = 60;
const minute = 60_000;

interface Step {
  id: string;
  state: StepState;
  code: string | null;
}

const over: ReadonlySet<StepState> = new Set(['succeeded', 'failed', 'not-required']);

/** A look tells how things stand; when they began and ended is known from the looks before. */
const followed = <T extends Step>(
  seen: T,
  before: { state: StepState; from: number | null; until: number | null } | undefined,
  at: number,
): T & { from: number | null; until: number | null } => {
  const sameRun = before !== undefined && !(over.has(before.state) && !over.has(seen.state));
  const known = sameRun ? before : undefined;
  const from = known?.from ?? (seen.state === 'in-progress' ? at : null);
  // Over at the first look: when, nobody saw.
  const until = over.has(seen.state) ? (known?.until ?? (known === undefined ? null : at)) : null;
  return { ...seen, from, until };
};

const categorySteps = (tracking: SetupTracking | null): Step[] =>
  (tracking?.categories ?? []).flatMap(({ name, state, parts }) => [
    { id: name, state, code: parts.find(({ code }) => code !== null)?.code ?? null },
    ...parts.map((part) => ({ id: `${name}/${part.name}`, state: part.state, code: part.code })),
  ]);

const preparationStates: Readonly<Record<string, readonly [StepState, StepState]>> = {
  bootstrapping: ['in-progress', 'not-started'],
  running: ['succeeded', 'in-progress'],
  done: ['succeeded', 'succeeded'],
};

const preparationSteps = (snapshot: Snapshot): Step[] => {
  const told = valueOf(snapshot, 'device-preparation');
  const states = preparationStates[told?.phase ?? 'none'];
  if (told?.used !== 'yes' || states === undefined) return [];
  const wrong = (told.page?.errorMessage ?? null) !== null;
  const judged = (state: StepState) => (wrong && state === 'in-progress' ? 'failed' : state);
  return [
    { id: 'agent', state: judged(states[0]), code: null },
    { id: 'preparation', state: judged(states[1]), code: null },
  ];
};

const joinStates: Readonly<Record<string, StepState>> = {
  applied: 'succeeded',
  waiting: 'in-progress',
  'no-connectivity': 'in-progress',
};

const joinSteps = (snapshot: Snapshot): Step[] => {
  const state = joinStates[valueOf(snapshot, 'offline-domain-join')?.state ?? 'none'];
  return state === undefined ? [] : [{ id: 'domain-join', state, code: null }];
};

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/iu;
/** Ends of paths that are the same for every app. */
const general = /^(?:DownloadInstall|Installation|InstallationState|Status|StatusURI|Win32App)$/iu;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The app's own name where the agent told it, else the part of its path that is its own. */
const nameOf = (path: string, names: ReadonlyMap<string, string>): string => {
  const id = guid.exec(path)?.[0].toLowerCase();
  const told = id === undefined ? undefined : names.get(id);
  if (told !== undefined) return told;
  const parts = path.split(/[/\\]/u).map(decoded).filter(Boolean);
  return parts.findLast((part) => !general.test(part)) ?? path;
};

const appKinds: ReadonlySet<TrackedItem['kind']> = new Set(['msi', 'store-app', 'win32-app']);

const appSteps = (snapshot: Snapshot): (Step & Pick<SetUpApp, 'name' | 'kind'>)[] => {
  const names = new Map(
    (valueOf(snapshot, 'management-extension-log')?.names ?? []).map(({ appId, name }) => [
      appId,
      name,
    ]),
  );
  const codes = new Map(
    (valueOf(snapshot, 'management-extension')?.apps ?? []).map(({ appId, errorCode }) => [
      appId.toLowerCase(),
      errorCode,
    ]),
  );
  const byName = new Map<string, Step & Pick<SetUpApp, 'name' | 'kind'>>();
  for (const item of valueOf(snapshot, 'setup-tracking')?.items ?? []) {
    if (!appKinds.has(item.kind)) continue;
    const id = guid.exec(item.name)?.[0].toLowerCase() ?? item.name;
    // The agent and the status page both keep a list: of two states the one that knows more counts.
    const known = byName.get(id);
    if (known !== undefined && (item.state === 'unknown' || over.has(known.state))) continue;
    byName.set(id, {
      id,
      name: nameOf(item.name, names),
      kind: item.kind,
      state: item.state,
      code: codes.get(id) ?? null,
    });
  }
  return [...byName.values()];
};

const minutesTold = (snapshot: Snapshot): number | null => {
  const pages = valueOf(snapshot, 'setup-tracking')?.pages ?? [];
  const page = valueOf(snapshot, 'device-preparation')?.page?.pageTimeoutSeconds ?? null;
  const told = pages.flatMap(({ timeoutMinutes }) => timeoutMinutes ?? []);
  if (page !== null) told.push(page / 60);
  const real = told.filter((minutes) => minutes > 0 && minutes < 7 * 24 * 60);
  return real.length === 0 ? null : Math.max(...real);
};

const overOf = (snapshot: Snapshot, phases: readonly Phase[]): Tri => {
  const inSetup = valueOf(snapshot, 'setup-phase')?.inSetup ?? 'unknown';
  if (inSetup === 'yes' || phases.some(({ state }) => state === 'in-progress')) return 'no';
  return inSetup === 'no' ? 'yes' : 'unknown';
};

const carried = <T extends Step, R extends T & { from: number | null; until: number | null }>(
  steps: readonly T[],
  before: readonly R[],
  at: number,
) => {
  const known = new Map(before.map((one) => [one.id, one]));
  return steps.map((step) => followed(step, known.get(step.id), at));
};

/** What is read at every look of a set-up under way: little, so that looking often costs little. */
export const followProbes = [
  'machine',
  'setup-phase',
  'setup-tracking',
  'device-preparation',
  'offline-domain-join',
  'management-extension',
  'management-extension-log',
] as const;

/** One more look at a set-up: the same line as before, a little longer. */
export const follow = (
  before: SetUp | null,
  snapshot: Snapshot,
  { at, by, findings }: { at: number; by: string; findings: Found[] },
): SetUp => {
  const steps = [
    ...preparationSteps(snapshot),
    ...joinSteps(snapshot),
    ...categorySteps(valueOf(snapshot, 'setup-tracking')),
  ];
  const phases: Phase[] = carried(steps, before?.phases ?? [], at);
  const apps: SetUpApp[] = carried(appSteps(snapshot), before?.apps ?? [], at);
  const from = before?.from ?? at;
  const done = overOf(snapshot, phases);
  const told = minutesTold(snapshot);
  const minutes = told ?? usualMinutes;
  const begun = phases.flatMap((phase) => phase.from ?? []).concat(from);
  return {
    from,
    at,
    by,
    over: done,
    phases,
    apps,
    giveUp:
      done === 'yes'
        ? null
        : { at: Math.min(...begun) + minutes * minute, minutes, told: told !== null },
    findings,
  };
};

/** What set-up stands at: the apps and parts under way, or else the first that has not begun. */
export const waitsFor = ({
  over: isOver,
  phases,
  apps,
}: SetUp): { kind: 'app' | 'phase'; id: string }[] => {
  if (isOver === 'yes') return [];
  const parts = phases.filter(
    ({ id }) => id.includes('/') || !phases.some((other) => other.id.startsWith(`${id}/`)),
  );
  const all = [
    ...apps.map(({ id, state }) => ({ kind: 'app' as const, id, state })),
    ...parts.map(({ id, state }) => ({ kind: 'phase' as const, id, state })),
  ];
  const under = all.filter(({ state }) => state === 'in-progress');
  const next = all.filter(({ state }) => state === 'not-started').slice(0, 1);
  return (under.length > 0 ? under : next).map(({ kind, id }) => ({ kind, id }));
};
