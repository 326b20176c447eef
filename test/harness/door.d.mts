export interface OpenDoor {
  url: string;
  stop(): Promise<void>;
}
export interface DoorWishes {
  /** A home of the test's own, which it also takes away. */
  home?: string;
  /** False for somebody who opens it for the first time. */
  welcomed?: boolean;
  env?: Record<string, string>;
}
export const startDoor: (wishes?: DoorWishes) => Promise<OpenDoor>;
