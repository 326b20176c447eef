import type { EventName, Events } from './contract';
import { limits, type Answer, type Ask, type Told } from './wire';

/** What the line needs of a socket, so that it can be tested without a browser. */
interface Hearing {
  opened(): void;
  heard(text: string): void;
  closed(): void;
}

interface Surroundings {
  connect(hearing: Hearing): { send(text: string): void };
  later(run: () => void, ms: number): void;
  sizeOf(text: string): number;
}

export interface Line {
  call(name: string, args: unknown[]): Promise<unknown>;
  listen<K extends EventName>(name: K, tell: (value: Events[K]) => void): () => void;
}

interface Waiting {
  frame: string;
  sent: boolean;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Quick at first, because a tab that wakes up finds its door still there; slow later. */
const retryMs = [100, 500, 1_000, 2_000, 5_000];
/** How long a call waits for a line before it gives up. */
const patienceMs = 3_000;

/** Calls and events over one socket that is opened again whenever it is lost. */
export const createLine = ({ connect, later, sizeOf }: Surroundings): Line => {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<(value: never) => void>>();
  let socket: { send(text: string): void } | null = null;
  let attempts = 0;
  let lastId = 0;

  const settle = (id: number, how: (one: Waiting) => void): void => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (one !== undefined) how(one);
  };

  const giveUp = (id: number): void => {
    settle(id, (one) => {
      one.reject(new Error('closed'));
    });
  };

  const send = (one: Waiting): void => {
    if (socket === null || one.sent) return;
    one.sent = true;
    socket.send(one.frame);
  };

  const hear = (message: Answer | Told): void => {
    if ('event' in message) {
      for (const tell of listeners.get(message.event) ?? []) tell(message.value as never);
      return;
    }
    settle(message.id, (one) => {
      if (message.ok) one.resolve(message.value);
      else one.reject(new Error(message.code));
    });
  };

  const dial = (): void => {
    const dialled = connect({
      opened: () => {
        attempts = 0;
        socket = dialled;
        for (const one of waiting.values()) send(one);
      },
      heard: (text) => {
        hear(JSON.parse(text) as Answer | Told);
      },
      closed: () => {
        socket = null;
        // What was already asked may have been done: asking again is for the person to decide.
        for (const [id, one] of waiting) if (one.sent) giveUp(id);
        later(dial, retryMs[Math.min(attempts, retryMs.length - 1)] ?? 0);
        attempts += 1;
      },
    });
  };

  dial();
  return {
    call: (name, args) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const id = lastId;
        const frame = JSON.stringify({ id, name, args } satisfies Ask);
        if (sizeOf(frame) > limits.messageBytes) {
          // Only a text or a file can be so large, and for those the contract has an answer.
          resolve({ ok: false, code: 'too-large' });
          return;
        }
        const one = { frame, sent: false, resolve, reject };
        waiting.set(id, one);
        send(one);
        later(() => {
          if (!one.sent) giveUp(id);
        }, patienceMs);
      }),
    listen: (name, tell) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      set.add(tell);
      return () => {
        set.delete(tell);
      };
    },
  };
};
