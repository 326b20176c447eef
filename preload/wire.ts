/** How a page behind the browser door asks over its socket: shared by both ends of it. */

/** Checked by the house; the page may check first, to refuse without sending. */
export const limits = {
  textChars: 5 * 1024 * 1024,
  base64Chars: 64 * 1024 * 1024,
  /** The largest file in base64 and the frame around it; text is escaped to at most six times its length. */
  messageBytes: 64 * 1024 * 1024 + 64 * 1024,
} as const;

/** Where the socket is, and the one-time address that opens the door. */
export const socketPath = '/socket';

export interface Ask {
  id: number;
  name: string;
  args: unknown[];
}

export type Answer =
  { id: number; ok: true; value: unknown } | { id: number; ok: false; code: string };

export interface Told {
  event: string;
  value: unknown;
}
