import { z } from 'zod';

const target = z.object({
  id: z.string(),
  /** Shown to and typed by the person. */
  name: z.string(),
  serial: z.string().nullable(),
});

const entry = z.discriminatedUnion('t', [
  z.object({ t: z.literal('begun'), run: z.string(), action: z.string(), target, at: z.number() }),
  z.object({
    t: z.literal('ended'),
    run: z.string(),
    kind: z.enum(['accepted', 'failed', 'unknown', 'not-sent']),
    code: z.string().nullable(),
    requestId: z.string().nullable(),
    at: z.number(),
  }),
  z.object({ t: z.literal('seen'), run: z.string(), state: z.string(), at: z.number() }),
  /** A person decided, knowing that nobody knows, to let it rest. */
  z.object({ t: z.literal('set-aside'), run: z.string(), at: z.number() }),
]);

export type Entry = z.infer<typeof entry>;
export type ActionTarget = z.infer<typeof target>;

/** What is known of one request for an action, all of it from the journal. */
export interface ActionRecord {
  run: string;
  action: string;
  target: ActionTarget;
  begunAt: number;
  /**
   * `unknown`: it was begun and no answer was ever written down, or there was none. `accepted` only means that
   * the service queued it.
   */
  sent: 'accepted' | 'failed' | 'unknown' | 'not-sent';
  code: string | null;
  /** What support asks for. */
  requestId: string | null;
  /** The service's own state of it, when last looked; null when it was never seen there. */
  state: string | null;
  setAside: boolean;
}

/** Whole lines only: what the power cut off was never acted on. */
export const readEntries = (text: string): { entries: Entry[]; sound: number } => {
  const entries: Entry[] = [];
  let sound = 0;
  for (const line of text.split(/(?<=\n)/)) {
    if (!line.endsWith('\n')) break;
    try {
      entries.push(entry.parse(JSON.parse(line)));
    } catch {
      break;
    }
    sound += Buffer.byteLength(line);
  }
  return { entries, sound };
};

const begin = ({ run, action, target, at }: Extract<Entry, { t: 'begun' }>): ActionRecord => ({
  run,
  action,
  target,
  begunAt: at,
  sent: 'unknown',
  code: null,
  requestId: null,
  state: null,
  setAside: false,
});

export const apply = (records: Map<string, ActionRecord>, one: Entry): void => {
  if (one.t === 'begun') {
    records.set(one.run, begin(one));
    return;
  }
  const record = records.get(one.run);
  if (record === undefined) return;
  if (one.t === 'ended')
    Object.assign(record, { sent: one.kind, code: one.code, requestId: one.requestId });
  if (one.t === 'seen') record.state = one.state;
  if (one.t === 'set-aside') record.setAside = true;
};

const over = new Set(['done', 'failed', 'canceled', 'notSupported', 'gone']);

/** Whether it may still happen, or may be happening: then the same is not asked for again. */
export const isOpen = ({ sent, state, setAside }: ActionRecord): boolean =>
  !setAside && (sent === 'accepted' || sent === 'unknown') && !(state !== null && over.has(state));
