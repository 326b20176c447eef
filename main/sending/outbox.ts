import { randomUUID } from 'node:crypto';
import type { Outcome } from '../../preload/contract';
import type { SendingView, SendTrouble, SendWay } from '../../preload/contract-sending';
import { mayPass, type Sender } from './job';
import type { Shelf, Waiting } from './shelf';

export interface OutboxOptions {
  shelf: Shelf;
  senders: Readonly<Record<SendWay, Sender>>;
  /** Where the organisation has things sent, as its file says at this moment. Null: nowhere. */
  address(way: SendWay): Promise<string | null>;
  changed(sending: SendingView): void;
  /** Calls later; returns what takes it back. Played in tests. */
  later(run: () => void, ms: number): () => void;
}

export interface Outbox {
  list(): Promise<SendingView[]>;
  /** Somebody clicked: this very file goes to the address of now. */
  add(way: SendWay, name: string, bytes: Uint8Array): Promise<Outcome<SendingView>>;
  send(id: string): Promise<Outcome<SendingView>>;
  drop(id: string): Promise<boolean>;
}

interface Item {
  waiting: Waiting;
  view: SendingView;
  control: AbortController | null;
  tries: number;
  unschedule: (() => void) | null;
}

export const mostWaiting = 20;
/** After the first try; then ever rarer, for a network that is away for a day. */
const pauses = [15_000, 30_000, 60_000, 120_000, 300_000] as const;
const leastStep = 0.01;

/** The host is enough to know where it goes; the rest of an address may hold a signature. */
export const shownAddress = (way: SendWay, to: string): string =>
  way === 'put' && URL.canParse(to) ? new URL(to).host : to;

/** `report.html` with something of its own, so that two reports of one second have two names. */
const namedFor = (name: string, id: string): string => {
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}-${id.slice(0, 8)}${name.slice(dot)}`;
};

/**
 * What waits to be sent. A click is for one file and one address; while this program runs it is carried out,
 * also later. After a restart it waits for another click, and an address that changed since is not used.
 */
export const createOutbox = ({
  shelf,
  senders,
  address,
  changed,
  later,
}: OutboxOptions): Outbox => {
  const items = new Map<string, Item>();

  const show = (item: Item, part: Partial<SendingView>): void => {
    item.view = { ...item.view, ...part };
    if (items.has(item.waiting.id)) changed(item.view);
  };

  const itemOf = (waiting: Waiting, why: SendTrouble | null): Item => {
    const { id, way, name, to, bytes } = waiting;
    const view: SendingView = {
      id,
      way,
      name,
      to: shownAddress(way, to),
      bytes,
      sent: 0,
      state: 'waiting',
      why,
      again: false,
    };
    return { waiting, view, control: null, tries: 0, unschedule: null };
  };

  let opening: Promise<void> | null = null;
  const opened = (): Promise<void> =>
    (opening ??= shelf.read().then((found) => {
      for (const waiting of found) items.set(waiting.id, itemOf(waiting, 'restarted'));
    }));

  const failed = (item: Item, why: SendTrouble): void => {
    const again = mayPass(why) && items.has(item.waiting.id);
    show(item, { state: again ? 'waiting' : 'failed', why, again });
    if (!again) return;
    const pause = pauses[Math.min(item.tries, pauses.length) - 1] ?? pauses[0];
    item.unschedule = later(() => void attempt(item), pause);
  };

  /** Told in steps that somebody can see; a large file would otherwise tell a thousand times. */
  const progressOf = (item: Item) => (sent: number) => {
    const { bytes, sent: before } = item.view;
    if (sent !== bytes && Math.abs(sent - before) < bytes * leastStep) return;
    show(item, { sent });
  };

  const attempt = async (item: Item): Promise<void> => {
    if (item.control !== null) return;
    item.unschedule?.();
    item.unschedule = null;
    item.tries += 1;
    const control = new AbortController();
    item.control = control;
    show(item, { state: 'sending', why: null, again: false });
    try {
      const { way, to, name, id } = item.waiting;
      const now = await address(way);
      if (now === null) return failed(item, 'not-offered');
      if (now !== to) return failed(item, 'address-changed');
      const bytes = await shelf.bytes(item.waiting);
      if (bytes === null) return failed(item, 'damaged');
      const progress = progressOf(item);
      const result = await senders[way]({ name, bytes, to, progress, signal: control.signal });
      if (!result.ok) return failed(item, result.why);
      await shelf.drop(id).catch(() => undefined);
      show(item, { state: 'sent', sent: bytes.length, why: null, again: false });
    } finally {
      item.control = null;
    }
  };

  const room = (): boolean => {
    const done = [...items.values()].find(({ view }) => view.state === 'sent');
    if (items.size >= mostWaiting && done) items.delete(done.waiting.id);
    return items.size < mostWaiting;
  };

  return {
    list: async () => {
      await opened();
      return [...items.values()].map(({ view }) => view);
    },
    add: async (way, name, bytes) => {
      await opened();
      const to = await address(way);
      if (to === null) return { ok: false, code: 'not-offered' };
      if (!room()) return { ok: false, code: 'outbox-full' };
      const id = randomUUID();
      try {
        const waiting = await shelf.put({ id, way, name: namedFor(name, id), to }, bytes);
        const item = itemOf(waiting, null);
        items.set(id, item);
        void attempt(item);
        return { ok: true, value: item.view };
      } catch {
        await shelf.drop(id).catch(() => undefined);
        return { ok: false, code: 'cannot-save' };
      }
    },
    send: async (id) => {
      await opened();
      const item = items.get(id);
      if (item === undefined || item.view.state === 'sent') return { ok: false, code: 'gone' };
      void attempt(item);
      return { ok: true, value: item.view };
    },
    drop: async (id) => {
      await opened();
      const item = items.get(id);
      if (item === undefined) return false;
      items.delete(id);
      item.unschedule?.();
      item.control?.abort();
      await shelf.drop(id);
      return true;
    },
  };
};
