import type { Reading } from '../core/reading';
import type { Act, ActReading } from './act';

/** Rights a source needs. `user` works for a standard, unelevated user. */
export type Rights = 'user' | 'admin' | 'system';

/**
 * The closed list of programs a source may start. Each is resolved to an absolute path inside
 * System32 (or Sysnative from a 32-bit host); a bare name never reaches the system's PATH search.
 */
export const tools = [
  'dsregcmd.exe',
  'nltest.exe',
  'klist.exe',
  'reg.exe',
  'wevtutil.exe',
  'w32tm.exe',
  'netsh.exe',
  'tpmtool.exe',
  'reagentc.exe',
  'manage-bde.exe',
  'cmdkey.exe',
  'certutil.exe',
  'whoami.exe',
  'powershell.exe',
] as const;
export type Tool = (typeof tools)[number];

export type RegistryHive = 'HKLM' | 'HKCU' | 'HKU';

/**
 * One thing to read, as data. A probe declares sources; only `main/os/` reads them.
 * `key` is the name of the source in a capture: stable, lower case, `[a-z0-9-]`.
 */
export type Source = { key: string; rights: Rights; limitMs: number } & (
  | { kind: 'command'; tool: Tool; args: readonly string[] }
  | { kind: 'registry'; hive: RegistryHive; path: string; recurse: boolean }
  | { kind: 'cim'; namespace: string; query: string; properties: readonly string[] }
  | { kind: 'events'; channel: string; ids: readonly number[]; newest: number }
  /** `path` may start with one of the variables in `main/os/files.ts`; nothing else is expanded. */
  | { kind: 'file'; path: string; maxBytes: number }
  /** How much lies in each folder of `path`, hidden ones and links left out. */
  | { kind: 'sizes'; path: string }
  /** Facts Node itself has without starting anything (user, rights, locale, time zone). */
  | { kind: 'host' }
);

/** The bytes of one source as the machine gave them, undecoded. */
export interface Raw {
  bytes: Uint8Array;
  /** Null for sources that are not programs. Never a verdict on its own. */
  exitCode: number | null;
  ms: number;
}

export type RawReading = Reading<Raw>;

export interface ReadOptions {
  signal?: AbortSignal;
}

/** The machine behind the doors: this PC, or a recorded one. */
export interface Os {
  readonly kind: 'live' | 'replay';
  /** The system the readings come from, which on replay is not the one we run on. */
  readonly platform: NodeJS.Platform;
  /** When the readings were or are made; null when a capture does not say. */
  readonly observedAt: Date | null;
  read(source: Source, options?: ReadOptions): Promise<RawReading>;
  /** Changes the machine: only what is declared, and only `main/repairs/` asks. */
  act(act: Act, options?: ReadOptions): Promise<ActReading>;
}
