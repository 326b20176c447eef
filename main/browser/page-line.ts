import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { Answer, Ask, Told } from '../../preload/wire';
import type { Dispatch } from '../ipc/dispatch';
import type { Log } from '../ipc/log';
import { Refused } from '../ipc/refused';
import type { Limits } from './limits';

const ask: z.ZodType<Ask> = z.strictObject({
  id: z.int().min(0),
  name: z.string().max(64),
  args: z.array(z.unknown()).max(8),
});

const policyViolation = 1008;

const understand = (data: RawData, isBinary: boolean): Ask | null => {
  // A text message arrives as one Buffer, because nothing here asks for fragments.
  if (isBinary || !Buffer.isBuffer(data)) return null;
  try {
    const checked = ask.safeParse(JSON.parse(data.toString('utf8')));
    return checked.success ? checked.data : null;
  } catch {
    return null;
  }
};

/** One page's conversation: what it asks goes through the dispatcher, what it hears is plain data. */
export const servePage = (socket: WebSocket, dispatch: Dispatch, limits: Limits, log: Log) => {
  let pending = 0;

  const say = (message: Answer | Told): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };

  const answer = async ({ id, name, args }: Ask): Promise<void> => {
    try {
      if (pending >= limits.pendingCalls) throw new Refused('busy');
      pending += 1;
      try {
        say({ id, ok: true, value: await dispatch(name, args) });
      } finally {
        pending -= 1;
      }
    } catch (error) {
      say({ id, ok: false, code: error instanceof Refused ? error.code : 'internal' });
    }
  };

  socket.on('message', (data, isBinary) => {
    const asked = understand(data, isBinary);
    if (asked !== null) {
      void answer(asked);
      return;
    }
    log('warn', 'message not understood');
    socket.close(policyViolation);
  });

  return {
    tell: (event: string, value: unknown): void => {
      if (socket.bufferedAmount <= limits.eventBacklogBytes) say({ event, value });
    },
  };
};
