import { randomInt } from 'node:crypto';
import { offsetOf } from './clock';
import { decodeKdc, encodeAsReq, kdcFramed, type KdcAnswer, kdcMessage } from './kerberos';
import { type Answer, mapAnswer } from './outcome';
import { converse } from './tcp';
import { ask } from './udp';
import type { Patience, Spot, Wire } from './wire';

export interface Kdc extends KdcAnswer {
  /** How far the KDC's clock is ahead of this PC's. */
  offsetMs: number | null;
}

const timed =
  (wire: Wire, asked: number) =>
  (answer: KdcAnswer): Kdc => ({
    ...answer,
    offsetMs: answer.time === null ? null : offsetOf(answer.time, asked, wire.now()),
  });

const nonce = () => randomInt(1, 0x7fffffff);

/** TCP first: what every Windows since Vista does. */
export const askKdcTcp = async (
  wire: Wire,
  spot: Spot,
  domain: string,
  patience: Patience,
): Promise<Answer<Kdc>> => {
  const asked = wire.now();
  const answer = await converse(wire, spot, {
    ...patience,
    send: kdcMessage(encodeAsReq(domain, nonce())),
    framed: kdcFramed,
    maxBytes: 1 << 16,
  });
  return mapAnswer(
    mapAnswer(answer, (bytes) => decodeKdc(bytes.subarray(4))),
    timed(wire, asked),
  );
};

export const askKdcUdp = async (
  wire: Wire,
  spot: Spot,
  domain: string,
  patience: Patience,
): Promise<Answer<Kdc>> => {
  const asked = wire.now();
  const answer = await ask(wire, spot, {
    ...patience,
    packet: encodeAsReq(domain, nonce()),
    again: [500],
    understand: decodeKdc,
  });
  return mapAnswer(answer, timed(wire, asked));
};
