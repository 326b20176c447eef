import { randomUUID } from 'node:crypto';
import type { Graph } from '../graph/client';
import type { GraphOutcome, Trace } from '../graph/outcome';
import { isRecord } from '../graph/shapes';
import type { SignInFailure } from '../sign-in/failures';
import type { ActionJournal } from './journal';
import { isOpen, type ActionRecord, type ActionTarget } from './records';
import {
  bodyOf,
  cloudActions,
  type ActionOptions,
  type CloudAction,
  type CloudActionId,
} from './table';

/** Why nothing was sent. Words: `cloud.refused.<id>`. */
export type RefusedId =
  | 'already-sent'
  | 'not-confirmed'
  | 'device-changed'
  | 'bad-options'
  | 'no-journal'
  | 'still-enrolled';

export type ActionOutcome =
  | { kind: 'sent'; record: ActionRecord }
  | { kind: 'refused'; why: RefusedId; record: ActionRecord | null }
  | { kind: 'signed-out'; failure: SignInFailure }
  | { kind: 'failed'; code: string; trace: Trace };

export interface ActionWishes {
  action: CloudActionId;
  target: ActionTarget;
  options: ActionOptions;
  /** The device's name as the person typed it; asked for where something is lost. */
  confirmation: string | null;
  interactive?: boolean;
  signal?: AbortSignal;
  patienceMs?: number;
}

export interface Hands {
  graph: Graph;
  journal: ActionJournal;
  now?: () => number;
}

const same = (a: string | null, b: string | null): boolean =>
  (a ?? '').trim().toLowerCase() === (b ?? '').trim().toLowerCase();

/** Looked at once more right before: between the list and the button somebody else may have been at it. */
const secondLook = async (
  { graph }: Hands,
  { target, interactive = false }: ActionWishes,
): Promise<ActionOutcome | null> => {
  const found = await graph.one('managed', 'managedDevice', {
    filling: { id: target.id },
    interactive,
  });
  if (found.kind === 'signed-out') return found;
  if (found.kind === 'unknown') return { kind: 'failed', code: 'network', trace: found.trace };
  if (found.kind === 'failed') return found;
  const { deviceName, serialNumber } = found.value;
  const holds =
    same(deviceName, target.name) && (target.serial === null || same(serialNumber, target.serial));
  return holds ? null : { kind: 'refused', why: 'device-changed', record: null };
};

/** The record of an Autopilot device goes last: while it is enrolled, the service refuses, or sets it up anew. */
const goneFromIntune = async (
  { graph }: Hands,
  { target, interactive = false }: ActionWishes,
): Promise<ActionOutcome | null> => {
  if (target.serial === null) return { kind: 'refused', why: 'device-changed', record: null };
  const found = await graph.list('managed-by-serial', 'managedDevice', {
    filling: { serial: target.serial },
    interactive,
  });
  if (found.kind === 'signed-out') return found;
  if (found.kind === 'unknown') return { kind: 'failed', code: 'network', trace: found.trace };
  if (found.kind === 'failed') return found;
  return found.value.length === 0 ? null : { kind: 'refused', why: 'still-enrolled', record: null };
};

const checksBefore: Readonly<Partial<Record<CloudActionId, typeof secondLook>>> = {
  'autopilot-delete': goneFromIntune,
};

const endOf = (outcome: GraphOutcome<unknown>) => {
  const none = { code: null, requestId: null };
  if (outcome.kind === 'signed-out')
    return { ...none, kind: 'not-sent' as const, code: outcome.failure.code };
  const requestId = outcome.trace.clientRequestId || null;
  if (outcome.kind === 'ok') return { ...none, kind: 'accepted' as const, requestId };
  if (outcome.kind === 'unknown') return { ...none, kind: 'unknown' as const, requestId };
  const unsent = outcome.code === 'read-only' || outcome.code === 'cancelled';
  const kind = unsent ? ('not-sent' as const) : ('failed' as const);
  return { kind, code: outcome.code, requestId };
};

/** Asks the service for one action, once. What is known of it is in the journal before and after. */
export const performAction = async (hands: Hands, wishes: ActionWishes): Promise<ActionOutcome> => {
  const { graph, journal, now = Date.now } = hands;
  const { action, target, options, interactive = false, signal, patienceMs } = wishes;
  const about: CloudAction = cloudActions[action];
  const request = bodyOf(action, options);
  if (request === null) return { kind: 'refused', why: 'bad-options', record: null };
  const destructive = about.risk === 'destructive';
  if (destructive && !same(wishes.confirmation, target.name))
    return { kind: 'refused', why: 'not-confirmed', record: null };
  const open = journal.openOf(action, target.id);
  // A sync may be asked for as often as a person likes; what loses data may not.
  if (destructive && open) return { kind: 'refused', why: 'already-sent', record: open };
  const check = checksBefore[action] ?? (about.on === 'managed' ? secondLook : null);
  const objection = destructive && check ? await check(hands, wishes) : null;
  if (objection !== null) return objection;
  const run = randomUUID();
  try {
    await journal.write({ t: 'begun', run, action, target, at: now() });
  } catch {
    // What could not be written down is not done.
    return { kind: 'refused', why: 'no-journal', record: null };
  }
  const outcome = await graph.ask(about.call, {
    filling: { id: target.id },
    ...request,
    interactive,
    ...(signal ? { signal } : {}),
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
  // Where this fails, the record stays as it is: begun, and its end unknown.
  await journal.write({ t: 'ended', run, ...endOf(outcome), at: now() }).catch(() => undefined);
  if (outcome.kind === 'signed-out' || outcome.kind === 'failed') return outcome;
  const record = journal.record(run);
  if (record === null) throw new Error('the record of this run is gone');
  return { kind: 'sent', record };
};

interface ResultRow {
  actionName?: unknown;
  actionState?: unknown;
  startDateTime?: unknown;
}

/** Clocks of two sides are never the same. */
const slackMs = 15 * 60_000;

const stateAmong = (results: unknown, name: string, since: number): string | null => {
  if (!Array.isArray(results)) return null;
  const own = (results as ResultRow[]).filter(
    ({ actionName, startDateTime }) =>
      actionName === name && Date.parse(String(startDateTime)) >= since - slackMs,
  );
  const state = own.at(-1)?.actionState;
  return typeof state === 'string' ? state : null;
};

const endsWithTheRecord = new Set<string>(['wipe', 'protected-wipe', 'retire']);

/** Asks the service what became of it. Without an answer nothing changes, least of all to better. */
export const lookAfter = async (
  { graph, journal, now = Date.now }: Hands,
  run: string,
): Promise<ActionRecord | null> => {
  const record = journal.record(run);
  const about: CloudAction | undefined = Object.hasOwn(cloudActions, record?.action ?? '')
    ? cloudActions[record?.action as CloudActionId]
    : undefined;
  if (record === null || about === undefined || about.result === null || !isOpen(record))
    return record;
  const outcome = await graph.ask('action-results', { filling: { id: record.target.id } });
  const gone =
    outcome.kind === 'failed' &&
    outcome.code === 'not-found' &&
    record.state !== null &&
    endsWithTheRecord.has(record.action);
  const state = gone
    ? 'gone'
    : outcome.kind === 'ok' && isRecord(outcome.value)
      ? stateAmong(outcome.value['deviceActionResults'], about.result, record.begunAt)
      : null;
  if (state !== null && state !== record.state)
    await journal.write({ t: 'seen', run, state, at: now() });
  return journal.record(run);
};
