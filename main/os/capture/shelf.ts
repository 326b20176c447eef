/** Where the files of a capture come from: a folder or an archive. Names were checked before. */
export interface Shelf {
  /** Null when there is no such file. Throws a `Refusal` when the file is hostile or damaged. */
  take(name: string, maxBytes: number): Promise<Uint8Array | null>;
}
