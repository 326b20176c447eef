export interface OpenDoor {
  /** Works once. */
  url: string;
  stop(): Promise<void>;
}
export declare const startDoor: () => Promise<OpenDoor>;
