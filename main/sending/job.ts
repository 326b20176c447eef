import type { SendTrouble } from '../../preload/contract-sending';

/** One file on its way to one place. */
export interface Job {
  /** Made only from what the name of a report consists of. */
  name: string;
  bytes: Uint8Array;
  /** The organisation's own folder or address, as its file says it now. */
  to: string;
  /** Told as it goes on: how many bytes are there. */
  progress(sent: number): void;
  signal: AbortSignal;
}

export type Sent = { ok: true } | { ok: false; why: SendTrouble };
export type Sender = (job: Job) => Promise<Sent>;

export const sent: Sent = { ok: true };
export const notSent = (why: SendTrouble): Sent => ({ ok: false, why });

/** What may be better in a while without anybody doing anything about it. */
const passing: ReadonlySet<SendTrouble> = new Set([
  'offline',
  'stays-offline',
  'cut-off',
  'timed-out',
  'folder-gone',
  'full',
  'server',
]);

export const mayPass = (why: SendTrouble): boolean => passing.has(why);

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
