import { randomUUID } from 'node:crypto';
import type { CloudAnswer, SecretView } from '../../../preload/contract-cloud';
import type { Graph } from '../graph/client';
import { isRecord } from '../graph/shapes';
import { problem, problemOf } from './answer';
import type { KnownThings } from './known';

const forgottenAfterMs = 2 * 60_000;

interface Found {
  value: string;
  account: string | null;
  since: number | null;
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const keyIn = (body: unknown): Found | null => {
  const value = isRecord(body) ? text(body['key']) : null;
  return value === null ? null : { value, account: null, since: null };
};

/** The newest of them: older ones are of passwords that no longer open anything. */
const passwordIn = (body: unknown): Found | null => {
  const rows = isRecord(body) && Array.isArray(body['credentials']) ? body['credentials'] : [];
  const found = (rows as unknown[]).filter(isRecord).flatMap((row): Found[] => {
    const coded = text(row['passwordBase64']);
    const since = Date.parse(text(row['backupDateTime']) ?? '');
    return coded === null
      ? []
      : [
          {
            value: Buffer.from(coded, 'base64').toString('utf8'),
            account: text(row['accountName']),
            since: Number.isNaN(since) ? null : since,
          },
        ];
  });
  return found.sort((a, b) => (b.since ?? 0) - (a.since ?? 0))[0] ?? null;
};

export type SecretKind = 'recovery-key' | 'laps';

const ask = (graph: Graph, kind: SecretKind, of: string, deviceId: string) =>
  kind === 'recovery-key'
    ? graph.ask('recovery-key', { filling: { id: of } })
    : graph.ask('laps', { filling: { deviceId } });

export interface Timer {
  start(run: () => void, ms: number): () => void;
}

const realTimer: Timer = {
  start: (run, ms) => {
    const timer = setTimeout(run, ms);
    // A secret that is still held must not keep a program alive.
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Shown once, held for the one purpose of being copied, and then forgotten. Nothing of it is ever written. */
export const createSecrets = (
  things: KnownThings,
  copy: (text: string) => Promise<boolean>,
  timer: Timer = realTimer,
) => {
  const held = new Map<string, { value: string; stop: () => void }>();
  const forget = (ticket: string): boolean => {
    held.get(ticket)?.stop();
    return held.delete(ticket);
  };
  return {
    show: async (graph: Graph, kind: SecretKind, of: string): Promise<CloudAnswer<SecretView>> => {
      const thing = things.find(of);
      if (thing === null) return problem('gone');
      if (thing.deviceId === null) return problem('not-in-directory');
      const outcome = await ask(graph, kind, of, thing.deviceId);
      if (outcome.kind !== 'ok') return problemOf(outcome);
      const found = kind === 'laps' ? passwordIn(outcome.value) : keyIn(outcome.value);
      if (found === null) return problem('no-secret');
      const ticket = randomUUID();
      held.set(ticket, {
        value: found.value,
        stop: timer.start(() => held.delete(ticket), forgottenAfterMs),
      });
      return { ok: true, value: { ticket, ...found, forgottenAfterMs } };
    },
    copy: async (ticket: string): Promise<boolean> => {
      const secret = held.get(ticket);
      return secret === undefined ? false : copy(secret.value);
    },
    forget,
    forgetAll: () => {
      for (const ticket of [...held.keys()]) forget(ticket);
    },
  };
};
