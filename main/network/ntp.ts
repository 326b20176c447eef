import { randomBytes } from 'node:crypto';
import { viewOf } from './bytes';
import { type Answer, mapAnswer } from './outcome';
import { ask } from './udp';
import type { Patience, Spot, Wire } from './wire';

export interface NtpAnswer {
  stratum: number;
  /** False when the server itself says that it does not know the time. */
  synchronized: boolean;
  /** The server asks us to go away; four letters (RFC 5905 7.4). */
  kiss: string | null;
  /** UTC milliseconds when the question came in and when the answer left. */
  receivedAt: number;
  sentAt: number;
}

const size = 48;
const clientMode = 0x23;
const serverMode = 4;
const secondsTo1970 = 2_208_988_800;
const era = 2 ** 32;

/** The 32-bit second wraps in 2036: below this it means the era after. */
const firstOfThisEra = 0x80000000;

const timeAt = (view: DataView, at: number): number => {
  const seconds = view.getUint32(at);
  const fraction = view.getUint32(at + 4);
  const whole = seconds < firstOfThisEra ? seconds + era : seconds;
  return (whole - secondsTo1970) * 1000 + (fraction / era) * 1000;
};

/** The transmit time is a random number: it gives nothing away and makes the answer provably ours. */
export const encodeNtp = (cookie: Uint8Array): Uint8Array => {
  const packet = new Uint8Array(size);
  packet[0] = clientMode;
  packet.set(cookie.subarray(0, 8), 40);
  return packet;
};

export const decodeNtp = (packet: Uint8Array, cookie: Uint8Array): NtpAnswer | null => {
  if (packet.length < size) return null;
  const [first = 0, stratum = 0] = packet;
  if ((first & 7) !== serverMode || stratum > 16) return null;
  if (cookie.some((byte, at) => packet[24 + at] !== byte)) return null;
  const view = viewOf(packet);
  const kiss = stratum === 0 ? String.fromCharCode(...packet.subarray(12, 16)) : null;
  return {
    stratum,
    synchronized: first >> 6 !== 3 && stratum > 0 && stratum < 16,
    kiss: kiss !== null && /^[A-Z0-9]{2,4}/.test(kiss) ? kiss.replace(/\0+$/, '') : null,
    receivedAt: timeAt(view, 32),
    sentAt: timeAt(view, 40),
  };
};

export interface NtpReading extends NtpAnswer {
  offsetMs: number;
  roundTripMs: number;
}

export const askNtp = async (
  wire: Wire,
  spot: Spot,
  patience: Patience,
): Promise<Answer<NtpReading>> => {
  const cookie = randomBytes(8);
  const asked = wire.now();
  const answer = await ask(wire, spot, {
    ...patience,
    packet: encodeNtp(cookie),
    again: [700],
    understand: (packet) => decodeNtp(packet, cookie),
  });
  const answered = wire.now();
  return mapAnswer(answer, (ntp) => ({
    ...ntp,
    offsetMs: Math.round((ntp.receivedAt - asked + (ntp.sentAt - answered)) / 2),
    roundTripMs: Math.max(0, answered - asked - (ntp.sentAt - ntp.receivedAt)),
  }));
};
