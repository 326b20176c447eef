import type {
  ActionChoiceView,
  CloudActionView,
  CloudAnswer,
  CloudOptions,
  ForeseenView,
} from '../../../preload/contract-cloud';
import { foresee } from '../../core/foresee';
import { lookAfter, performAction } from '../actions/perform';
import { isOpen, type ActionRecord, type ActionTarget } from '../actions/records';
import { bodyOf, cloudActions, type CloudAction, type CloudActionId } from '../actions/table';
import { findManaged, latest } from '../device/readings';
import type { Graph } from '../graph/client';
import { problem, problemOf, problemOfAction } from './answer';
import type { SharedJournal } from './journal';
import type { KnownThing, KnownThings } from './known';
import { knownManaged } from './rows';

const actionIds = Object.keys(cloudActions) as CloudActionId[];

export const isAction = (id: string): id is CloudActionId => Object.hasOwn(cloudActions, id);

export const actionsOn = (kind: KnownThing['kind']): CloudActionId[] =>
  actionIds.filter((id) => cloudActions[id].on === kind);

export const choiceOf = (id: CloudActionId): ActionChoiceView => {
  const { risk, options }: CloudAction = cloudActions[id];
  return {
    id,
    risk,
    options: Object.entries(options).map(([name, kind]) => ({
      name,
      kind: typeof kind === 'string' ? kind : 'choice',
      choices: typeof kind === 'string' ? [] : [...kind],
    })),
  };
};

const canFollow = (action: string): boolean =>
  isAction(action) && (cloudActions[action] as CloudAction).result !== null;

export const actionView = (record: ActionRecord): CloudActionView => {
  const { run, action, target, begunAt, sent, code, requestId, state, setAside } = record;
  const open = isOpen(record);
  return {
    run,
    action,
    target: target.name,
    begunAt,
    sent,
    code,
    requestId,
    state,
    open,
    setAside,
    canFollow: open && canFollow(action),
  };
};

/** The thing and the action as this seat knows them; null where the one is not done to the other. */
const fitting = (things: KnownThings, thing: string, action: string) => {
  const found = things.find(thing);
  if (found === null || !isAction(action)) return null;
  const { on, risk } = cloudActions[action];
  // A person knows their device from the directory; what harms nothing may be asked for it there.
  const own = found.kind === 'device' && on === 'managed' && risk === 'none';
  return on === found.kind || own ? { found, action } : null;
};

/** The management service's record of a device of the directory. */
const managedTarget = async (
  graph: Graph,
  { kind, target, deviceId }: KnownThing,
): Promise<CloudAnswer<ActionTarget>> => {
  if (kind !== 'device') return { ok: true, value: target };
  const found = await findManaged(graph, { deviceId, serial: null });
  if (found === null) return problem('not-in-directory');
  if (found.kind !== 'ok') return problemOf(found);
  const record = latest(found.value);
  return record === undefined
    ? problem('not-found')
    : { ok: true, value: knownManaged(record).target };
};

export const foreseeAction = (
  things: KnownThings,
  thing: string,
  wanted: string,
  options: CloudOptions,
  now: number,
): CloudAnswer<ForeseenView> => {
  const fits = fitting(things, thing, wanted);
  if (fits === null) return problem('gone');
  const { found, action } = fits;
  if (bodyOf(action, options) === null) return problem('bad-options');
  const destructive = cloudActions[action].risk === 'destructive';
  return {
    ok: true,
    value: {
      action: choiceOf(action),
      toType: destructive ? found.target.name : null,
      consequences: foresee(action, found.known, options, now),
    },
  };
};

export interface Acting {
  graph: Graph;
  things: KnownThings;
  journal: SharedJournal;
  now(): number;
}

export const act = async (
  { graph, things, journal, now }: Acting,
  thing: string,
  wanted: string,
  options: CloudOptions,
  confirmation: string | null,
): Promise<CloudAnswer<CloudActionView>> => {
  const fits = fitting(things, thing, wanted);
  if (fits === null) return problem('gone');
  const { found, action } = fits;
  const target = await managedTarget(graph, found);
  if (!target.ok) return target;
  const outcome = await journal.use((open) =>
    performAction(
      { graph, journal: open, now },
      { action, target: target.value, options, confirmation },
    ),
  );
  if (outcome === null) return problem('no-journal');
  return outcome.kind === 'sent'
    ? { ok: true, value: actionView(outcome.record) }
    : problemOfAction(outcome);
};

type Looked = { record: ActionRecord | null } | null;
const asAnswer = (looked: Looked): CloudAnswer<CloudActionView> => {
  if (looked === null) return problem('no-journal');
  const { record } = looked;
  return record === null ? problem('gone') : { ok: true, value: actionView(record) };
};

/** The service is asked what became of it; without an answer what is written down stays all that is known. */
export const follow = async (
  graph: Graph,
  journal: SharedJournal,
  run: string,
): Promise<CloudAnswer<CloudActionView>> =>
  asAnswer(
    await journal.use(async (open) => ({ record: await lookAfter({ graph, journal: open }, run) })),
  );

/** A person knows better than the service, or decides to let it rest: then the same may be sent again. */
export const setAside = async (
  journal: SharedJournal,
  run: string,
  now: number,
): Promise<CloudAnswer<CloudActionView>> =>
  asAnswer(
    await journal.use(async (open) => {
      if (open.record(run) !== null) await open.write({ t: 'set-aside', run, at: now });
      return { record: open.record(run) };
    }),
  );
