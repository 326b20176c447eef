const mib = 1024 * 1024;

/** A real capture is a few MiB in some dozen files. Beyond these it is a mistake or an attack. */
export const limits = {
  archiveBytes: 64 * mib,
  entries: 2_000,
  fileBytes: 32 * mib,
  totalBytes: 128 * mib,
  manifestBytes: 4 * mib,
  /** Blank-padded console text packs well; nothing we record packs better than this. */
  ratio: 250,
  /** Below this size a high ratio harms nobody. */
  ratioFromBytes: mib,
} as const;
