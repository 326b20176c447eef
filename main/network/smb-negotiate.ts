import { randomBytes } from 'node:crypto';
import { offsetOf } from './clock';
import { type Answer, mapAnswer } from './outcome';
import { decodeNegotiate, encodeNegotiate, type SmbAnswer, smbFramed } from './smb';
import { converse } from './tcp';
import type { Patience, Spot, Wire } from './wire';

export interface Smb {
  answer: SmbAnswer;
  offsetMs: number | null;
}

/** Says hello to a file server and hangs up before any sign-in would begin. */
export const negotiateSmb = async (
  wire: Wire,
  spot: Spot,
  patience: Patience,
): Promise<Answer<Smb>> => {
  const asked = wire.now();
  const answer = await converse(wire, spot, {
    ...patience,
    send: encodeNegotiate(randomBytes(16), randomBytes(32)),
    framed: smbFramed,
    maxBytes: 1 << 17,
  });
  const answered = wire.now();
  return mapAnswer(mapAnswer(answer, decodeNegotiate), (smb) => ({
    answer: smb,
    offsetMs:
      smb.kind === 'negotiated' && smb.time !== null ? offsetOf(smb.time, asked, answered) : null,
  }));
};
