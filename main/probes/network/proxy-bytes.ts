export interface ServicesProxy {
  access: 'direct' | 'proxy' | 'unknown';
  servers: string | null;
  bypass: string | null;
}

/** Credentials in an address are a secret and no setting; that there are some is worth knowing. */
export const withoutCredentials = (servers: string | null): string | null =>
  servers?.replace(/[^\s;=/@]+@/g, '***@') ?? null;

const textAt = (bytes: Uint8Array, at: number): { text: string | null; next: number } | null => {
  if (at + 4 > bytes.length) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
  const next = at + 4 + length;
  if (next > bytes.length) return null;
  const text = new TextDecoder('latin1').decode(bytes.subarray(at + 4, next)).trim();
  return { text: text === '' ? null : text, next };
};

const accessKinds: Record<number, ServicesProxy['access']> = { 1: 'direct', 3: 'proxy' };
const structureSize = 0x18;
const accessAt = 8;
const textsAt = 12;

/** `WinHttpSettings`: size, counter, access type, then two texts with their length. */
export const readServicesProxy = (bytes: Uint8Array): ServicesProxy | null => {
  if (bytes.length < textsAt) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const access = accessKinds[view.getUint32(accessAt, true)];
  if (view.getUint32(0, true) < structureSize || access === undefined) return null;
  const servers = textAt(bytes, textsAt);
  const bypass = servers && textAt(bytes, servers.next);
  if (!servers || !bypass) return null;
  return { access, servers: withoutCredentials(servers.text), bypass: bypass.text };
};

export interface ConnectionFlags {
  proxy: boolean;
  pac: boolean;
  autoDetect: boolean;
}

const flagsAt = 8;

/** `DefaultConnectionSettings`: the ninth byte says what is switched on. */
export const readConnectionFlags = (bytes: Uint8Array | null): ConnectionFlags | null => {
  const flags = bytes?.[flagsAt];
  if (flags === undefined) return null;
  return { proxy: (flags & 2) !== 0, pac: (flags & 4) !== 0, autoDetect: (flags & 8) !== 0 };
};
