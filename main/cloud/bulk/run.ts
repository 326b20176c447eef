import type { ActionJournal } from '../actions/journal';
import { performAction, type ActionOutcome } from '../actions/perform';
import { cloudActions, type ActionOptions, type CloudActionId } from '../actions/table';
import type { Graph } from '../graph/client';
import { bulkKinds, type BulkKind, type BulkResults, type BulkRow } from './results';

export interface BulkWishes {
  action: CloudActionId;
  options: ActionOptions;
  serials: readonly string[];
  dryRun: boolean;
  /** How many devices the person typed that it is for; asked for where something is lost. */
  confirmedCount: number | null;
}

export interface BulkHands {
  graph: Graph;
  journal: ActionJournal;
  results: BulkResults;
  signal: AbortSignal;
  now?: () => number;
  told?: (progress: BulkProgress) => void;
}

export interface BulkProgress {
  done: number;
  of: number;
  skipped: number;
  counts: Record<BulkKind, number>;
}

export type BulkRefusal = 'not-confirmed' | 'not-for-many' | 'too-many-to-retire';

/** Enough to keep the line busy, few enough to be polite. */
const workers = 8;
/** As many as the service takes from one tenant in a day, others' included. */
const mostRetired = 1_000;

/** Why this run must not begin; null when it may. */
export const bulkRefusal = ({
  action,
  serials,
  dryRun,
  confirmedCount,
}: BulkWishes): BulkRefusal | null => {
  const { on, risk } = cloudActions[action];
  if (on !== 'managed' || action === 'rename') return 'not-for-many';
  if (action === 'retire' && serials.length > mostRetired) return 'too-many-to-retire';
  const confirmed = dryRun || risk !== 'destructive' || confirmedCount === serials.length;
  return confirmed ? null : 'not-confirmed';
};

type Found = Pick<BulkRow, 'kind' | 'device' | 'code' | 'requestId'>;

const asRow = (device: string, outcome: ActionOutcome): Found => {
  const none = { device, code: null, requestId: null };
  switch (outcome.kind) {
    case 'sent': {
      const { sent, code, requestId } = outcome.record;
      return { device, code, requestId, kind: sent === 'accepted' ? 'accepted' : 'unknown' };
    }
    case 'refused':
      return { ...none, kind: 'refused', code: outcome.why };
    case 'signed-out':
      return { ...none, kind: 'signed-out', code: outcome.failure.code };
    case 'failed':
      return {
        ...none,
        kind: 'failed',
        code: outcome.code,
        requestId: outcome.trace.clientRequestId,
      };
  }
};

const one = async (
  { graph, journal, signal }: BulkHands,
  { action, options, dryRun }: BulkWishes,
  serial: string,
): Promise<Found> => {
  // As long as the service demands: nobody sits before each device, and the stop button works at any time.
  const patience = { signal, patienceMs: Infinity };
  const found = await graph.list('managed-by-serial', 'managedDevice', {
    filling: { serial },
    ...patience,
  });
  const none = { device: null, code: null, requestId: null };
  if (found.kind === 'signed-out') return { ...none, kind: 'signed-out', code: found.failure.code };
  if (found.kind !== 'ok') {
    const code = found.kind === 'failed' ? found.code : 'network';
    return { ...none, kind: 'failed', code, requestId: found.trace.clientRequestId };
  }
  const [device, ...more] = found.value;
  if (device === undefined || device.id === null) return { ...none, kind: 'not-found' };
  const name = device.deviceName ?? serial;
  // Enrolled more than once: which of them is the PC on the desk, a person has to say.
  if (more.length > 0) return { ...none, device: name, kind: 'several' };
  if (dryRun) return { ...none, device: name, kind: 'would' };
  const outcome = await performAction(
    { graph, journal },
    { action, options, target: { id: device.id, name, serial }, confirmation: name, ...patience },
  );
  return asRow(name, outcome);
};

/** The same to many devices: each with its line in the result file, stopped at once, gone on with where it stopped. */
export const runBulk = async (hands: BulkHands, wishes: BulkWishes): Promise<BulkProgress> => {
  const { results, signal, now = Date.now } = hands;
  const progress: BulkProgress = {
    done: 0,
    of: wishes.serials.length,
    skipped: 0,
    counts: Object.fromEntries(bulkKinds.map((kind) => [kind, 0])) as Record<BulkKind, number>,
  };
  const queue = wishes.serials.values();
  const work = async (): Promise<void> => {
    for (const serial of queue) {
      if (signal.aborted) return;
      if (results.isSettled(serial)) progress.skipped += 1;
      else {
        const found = await one(hands, wishes, serial);
        if (found.kind === 'failed' && found.code === 'cancelled') return;
        await results.write({ serial, ...found, at: now() });
        progress.counts[found.kind] += 1;
        // Without a sign-in the next one fares no better.
        if (found.kind === 'signed-out') return;
      }
      progress.done += 1;
      hands.told?.(progress);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return progress;
};
