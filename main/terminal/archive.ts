/** A zip, by its first bytes: the usual mix-up of `read` and `check --capture`. */
export const startsLikeArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 8;
