import { dcFlags } from '../core/dc-flags';
import { guidOf, viewOf } from './bytes';

export type DcFlag = keyof typeof dcFlags;

const states = { 23: 'answering', 24: 'paused', 25: 'user-unknown' } as const;
export type DcState = (typeof states)[keyof typeof states];

export interface NetlogonAnswer {
  state: DcState;
  flags: DcFlag[];
  /** All bits, so that one without a name yet is not lost. */
  flagBits: number;
  domainGuid: string;
  forest: string;
  domain: string;
  host: string;
  netbiosDomain: string;
  netbiosHost: string;
  dcSite: string;
  /** Null when the address of this PC belongs to no site. */
  clientSite: string | null;
  nextClosestSite: string | null;
  ntVersion: number;
}

const withAddress = 0x8;
const withClosestSite = 0x10;
const tail = 8;
const maxLabels = 128;
const maxName = 255;

interface Name {
  name: string;
  next: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * A compressed name (RFC 1035 4.1.4). A pointer may only lead backwards, each one further back
 * than the last: that alone rules out every loop.
 */
const nameAt = (bytes: Uint8Array, start: number): Name | null => {
  const labels: string[] = [];
  let at = start;
  let next: number | null = null;
  let floor = start;
  let length = 0;
  while (labels.length < maxLabels) {
    const size = bytes[at];
    if (size === undefined) return null;
    if (size === 0) return { name: labels.join('.'), next: next ?? at + 1 };
    if ((size & 0xc0) === 0xc0) {
      const low = bytes[at + 1];
      if (low === undefined) return null;
      const target = (size & 0x3f) * 256 + low;
      if (target >= floor) return null;
      next ??= at + 2;
      floor = target;
      at = target;
      continue;
    }
    if (size > 63 || at + 1 + size > bytes.length) return null;
    length += size + 1;
    if (length > maxName) return null;
    labels.push(utf8.decode(bytes.subarray(at + 1, at + 1 + size)));
    at += 1 + size;
  }
  return null;
};

const namesAt = (bytes: Uint8Array, start: number, count: number) => {
  const names: string[] = [];
  let at = start;
  for (let read = 0; read < count; read += 1) {
    const found = nameAt(bytes, at);
    if (!found) return null;
    names.push(found.name);
    at = found.next;
  }
  return { names, next: at };
};

const flagsOf = (bits: number): DcFlag[] =>
  (Object.keys(dcFlags) as DcFlag[]).filter((flag) => (bits & dcFlags[flag]) !== 0);

/** Decodes NETLOGON_SAM_LOGON_RESPONSE_EX (MS-ADTS 6.3.1.9). Null: not that, or damaged. */
export const decodeNetlogon = (bytes: Uint8Array): NetlogonAnswer | null => {
  try {
    return decode(bytes);
  } catch {
    return null;
  }
};

const decode = (bytes: Uint8Array): NetlogonAnswer | null => {
  if (bytes.length < 24 + 8 + tail || bytes.length > 4096) return null;
  const view = viewOf(bytes);
  const state = states[view.getUint16(0, true) as keyof typeof states];
  const domainGuid = guidOf(bytes.subarray(8, 24));
  if (!state || view.getUint16(2, true) !== 0 || domainGuid === null) return null;
  const ntVersion = view.getUint32(bytes.length - tail, true);
  if (view.getUint32(bytes.length - 4, true) !== 0xffffffff) return null;
  const read = namesAt(bytes, 24, 8);
  if (!read) return null;
  const [forest = '', domain = '', host = '', netbiosDomain = '', netbiosHost = ''] = read.names;
  const [, , , , , , dcSite = '', clientSite = ''] = read.names;
  let at = read.next;
  if ((ntVersion & withAddress) !== 0) at += 1 + (bytes[at] ?? 0);
  let nextClosestSite: string | null = null;
  if ((ntVersion & withClosestSite) !== 0) {
    const found = nameAt(bytes, at);
    if (!found) return null;
    nextClosestSite = found.name || null;
    at = found.next;
  }
  if (at !== bytes.length - tail) return null;
  const flagBits = view.getUint32(4, true);
  return {
    state,
    flags: flagsOf(flagBits),
    flagBits,
    domainGuid,
    forest,
    domain,
    host,
    netbiosDomain,
    netbiosHost: netbiosHost.replace(/^\\+/, ''),
    dcSite,
    clientSite: clientSite || null,
    nextClosestSite,
    ntVersion,
  };
};
