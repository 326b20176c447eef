import { fileTime, viewOf } from './bytes';
import type { Framed } from './tcp';

const dialects = {
  0x0202: '2.0.2',
  0x0210: '2.1',
  0x0300: '3.0',
  0x0302: '3.0.2',
  0x0311: '3.1.1',
} as const;
export type SmbDialect = (typeof dialects)[keyof typeof dialects];

const headerSize = 64;
const preamble = 4;
const fixedBody = 36;

const context = (type: number, data: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(8 + Math.ceil(data.length / 8) * 8);
  const view = viewOf(bytes);
  view.setUint16(0, type, true);
  view.setUint16(2, data.length, true);
  bytes.set(data, 8);
  return bytes;
};

/** SHA-512 with a salt, and the four ciphers: what 3.1.1 asks every client to bring. */
const contextsOf = (salt: Uint8Array): Uint8Array[] => [
  context(1, Uint8Array.of(1, 0, salt.length, 0, 1, 0, ...salt)),
  context(2, Uint8Array.of(4, 0, 4, 0, 3, 0, 2, 0, 1, 0)),
];

/** SMB2 NEGOTIATE (MS-SMB2 2.2.3): the greeting before anybody says who they are. */
export const encodeNegotiate = (clientGuid: Uint8Array, salt: Uint8Array): Uint8Array => {
  const offered = Object.keys(dialects).map(Number);
  const contexts = contextsOf(salt);
  const contextOffset = Math.ceil((headerSize + fixedBody + offered.length * 2) / 8) * 8;
  const size = contextOffset + contexts.reduce((sum, one) => sum + one.length, 0);
  const bytes = new Uint8Array(preamble + size);
  const view = viewOf(bytes);
  view.setUint32(0, size);
  bytes.set([0xfe, 0x53, 0x4d, 0x42], preamble);
  view.setUint16(preamble + 4, headerSize, true);
  view.setUint16(preamble + 14, 1, true);
  const body = preamble + headerSize;
  view.setUint16(body, fixedBody, true);
  view.setUint16(body + 2, offered.length, true);
  view.setUint16(body + 4, 1, true);
  bytes.set(clientGuid.subarray(0, 16), body + 12);
  view.setUint32(body + 28, contextOffset, true);
  view.setUint16(body + 32, contexts.length, true);
  offered.forEach((dialect, at) => view.setUint16(body + fixedBody + at * 2, dialect, true));
  let at = preamble + contextOffset;
  for (const one of contexts) {
    bytes.set(one, at);
    at += one.length;
  }
  return bytes;
};

export type SmbAnswer =
  | {
      kind: 'negotiated';
      dialect: SmbDialect;
      signing: 'required' | 'enabled' | 'off';
      time: number | null;
      /** Null on servers that keep their start time to themselves, as new Windows does. */
      startedAt: number | null;
    }
  /** It speaks only the protocol of the last century, which Windows has switched off. */
  | { kind: 'only-smb1' }
  | { kind: 'declined'; status: number };

export const decodeNegotiate = (framed: Uint8Array): SmbAnswer | null => {
  const bytes = framed.subarray(preamble);
  if (bytes.length < 4) return null;
  const view = viewOf(bytes);
  const protocol = view.getUint32(0);
  if (protocol === 0xff534d42) return { kind: 'only-smb1' };
  if (protocol !== 0xfe534d42 || bytes.length < headerSize) return null;
  if (view.getUint16(4, true) !== headerSize || view.getUint16(12, true) !== 0) return null;
  const status = view.getUint32(8, true);
  if (status !== 0) return { kind: 'declined', status };
  if (bytes.length < headerSize + 64 || view.getUint16(headerSize, true) !== 65) return null;
  const dialect = dialects[view.getUint16(headerSize + 4, true) as keyof typeof dialects];
  const mode = view.getUint16(headerSize + 2, true);
  if (!dialect) return null;
  return {
    kind: 'negotiated',
    dialect,
    signing: mode & 2 ? 'required' : mode & 1 ? 'enabled' : 'off',
    time: fileTime(view.getBigUint64(headerSize + 40, true)),
    startedAt: fileTime(view.getBigUint64(headerSize + 48, true)),
  };
};

/** Direct TCP: a zero byte, then the length in three. */
export const smbFramed = (bytes: Uint8Array): Framed => {
  if (bytes.length < preamble) return 'more';
  const size = viewOf(bytes).getUint32(0);
  return size > 0xffffff || size === 0 ? 'nonsense' : size + preamble;
};
