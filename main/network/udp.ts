import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { once } from './once';
import { type Answer, detailOf, type Trouble, troubleOf, troubled } from './outcome';
import type { Patience, Spot, Wire } from './wire';

export interface Call<T> extends Patience {
  packet: Uint8Array;
  /** Times after the first packet at which it is sent again. */
  again: readonly number[];
  /** Null when the packet is not an answer to this question. */
  understand(packet: Uint8Array): T | null;
}

/** Windows reports a closed UDP port as a reset; without a connection there is nothing else to reset. */
const udpTrouble = (error: unknown): Trouble => {
  const trouble = troubleOf(error);
  return trouble === 'cut-off' ? 'refused' : trouble;
};

const familyOf = ({ address }: Spot) => (isIPv6(address.split('%')[0] ?? '') ? 'udp6' : 'udp4');

/**
 * One datagram, one answer. The socket is connected: only the asked host can answer, and a closed
 * port is heard as a refusal instead of silence. What makes no sense is remembered, not believed.
 */
export const ask = <T>(wire: Wire, spot: Spot, call: Call<T>): Promise<Answer<T>> => {
  const to = wire.route(spot);
  if (!to) return Promise.resolve(troubled('offline', 0));
  let nonsense = false;
  return once<T>(call, (turn) => {
    const socket = createSocket(familyOf(to));
    const timers: NodeJS.Timeout[] = [];
    const send = () => {
      if (turn.over) return;
      socket.send(call.packet, (error) => {
        if (error) turn.fail(udpTrouble(error), detailOf(error));
      });
    };
    socket.on('error', (error) => turn.fail(udpTrouble(error), detailOf(error)));
    socket.on('message', (packet) => {
      const value = call.understand(packet);
      if (value === null) nonsense = true;
      else turn.give(value);
    });
    // Node hands a failed connect to the listener, although its types do not say so.
    socket.connect(to.port, to.address, (...[error]: unknown[]) => {
      if (turn.over) return;
      if (error) {
        turn.fail(udpTrouble(error), detailOf(error));
        return;
      }
      send();
      for (const ms of call.again) timers.push(setTimeout(send, ms));
    });
    return () => {
      for (const timer of timers) clearTimeout(timer);
      socket.close();
    };
  }).then((answer) =>
    answer.kind === 'silent' && nonsense ? troubled('not-understood', answer.ms) : answer,
  );
};

/** The address of this PC that packets to a spot would carry. The socket is tied to it, and nothing is sent. */
export const localEnd = (wire: Wire, spot: Spot, patience: Patience): Promise<Answer<string>> => {
  const to = wire.route(spot);
  if (!to) return Promise.resolve(troubled('offline', 0));
  return once<string>(patience, (turn) => {
    const socket = createSocket(familyOf(to));
    socket.on('error', (error) => turn.fail(udpTrouble(error), detailOf(error)));
    socket.connect(to.port, to.address, (...[error]: unknown[]) => {
      if (turn.over) return;
      if (error) turn.fail(udpTrouble(error), detailOf(error));
      else turn.give(socket.address().address);
    });
    return () => socket.close();
  });
};
