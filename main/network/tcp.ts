import { connect, type Socket } from 'node:net';
import { once } from './once';
import { type Answer, detailOf, troubleOf, troubled } from './outcome';
import type { Patience, Spot, Wire } from './wire';

/** What the bytes so far amount to: the length of the whole answer, more to come, or nonsense. */
export type Framed = number | 'more' | 'nonsense';

export interface Talk extends Patience {
  send: Uint8Array;
  framed(soFar: Uint8Array): Framed;
  maxBytes: number;
}

/** A connected socket, which the caller must destroy. */
export const open = (wire: Wire, spot: Spot, patience: Patience): Promise<Answer<Socket>> => {
  const to = wire.route(spot);
  if (!to) return Promise.resolve(troubled('offline', 0));
  return once(patience, (turn) => {
    const socket = connect({ host: to.address, port: to.port });
    socket.once('connect', () => turn.give(socket));
    socket.on('error', (error) => turn.fail(troubleOf(error), detailOf(error)));
    return (answered) => {
      if (!answered) socket.destroy();
    };
  });
};

/** The first of several ways to the same host that opens; the others are closed again. */
export const openFirst = async (
  wire: Wire,
  spots: readonly Spot[],
  { limitMs, signal }: Patience,
): Promise<Answer<{ socket: Socket; spot: Spot }>> => {
  const stop = new AbortController();
  const both = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  let won = false;
  const tries = spots.map(async (spot) => {
    const answer = await open(wire, spot, { limitMs, signal: both });
    if (answer.kind !== 'answered') return answer;
    if (won) answer.value.destroy();
    won = true;
    stop.abort();
    return { ...answer, value: { socket: answer.value, spot } };
  });
  const answers = await Promise.all(tries);
  return (
    answers.find(({ kind }) => kind === 'answered') ??
    answers.find(({ kind }) => kind !== 'unreachable') ??
    answers[0] ??
    troubled('unreachable', 0)
  );
};

/** Is anybody listening? Nothing is sent. */
export const knock = async (wire: Wire, spot: Spot, patience: Patience): Promise<Answer<null>> => {
  const answer = await open(wire, spot, patience);
  if (answer.kind !== 'answered') return answer;
  answer.value.destroy();
  return { ...answer, value: null };
};

/** One question, one framed answer. The buffer never grows beyond `maxBytes`. */
export const converse = (wire: Wire, spot: Spot, talk: Talk): Promise<Answer<Uint8Array>> => {
  const to = wire.route(spot);
  if (!to) return Promise.resolve(troubled('offline', 0));
  return once(talk, (turn) => {
    const room = new Uint8Array(talk.maxBytes);
    let used = 0;
    const socket = connect({ host: to.address, port: to.port });
    socket.once('connect', () => socket.write(talk.send));
    socket.on('data', (chunk: Uint8Array) => {
      if (turn.over) return;
      const taken = chunk.subarray(0, room.length - used);
      room.set(taken, used);
      used += taken.length;
      const size = talk.framed(room.subarray(0, used));
      if (size === 'nonsense') turn.fail('not-understood');
      else if (size !== 'more' && size > room.length) turn.fail('too-large');
      else if (size !== 'more' && size <= used) turn.give(room.slice(0, size));
      else if (used === room.length) turn.fail('too-large');
    });
    socket.on('end', () => turn.fail('cut-off'));
    socket.on('close', () => turn.fail('cut-off'));
    socket.on('error', (error) => turn.fail(troubleOf(error), detailOf(error)));
    return () => socket.destroy();
  });
};
