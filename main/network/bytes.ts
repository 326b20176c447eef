/** Ticks of 100 ns from 1601 to 1970: the distance between Windows' calendar and ours. */
const fileTimeEpoch = 116_444_736_000_000_000n;

/** A FILETIME as UTC milliseconds; null for "not said" (zero) and for times no PC can have. */
export const fileTime = (ticks: bigint): number | null => {
  if (ticks <= fileTimeEpoch) return null;
  const ms = Number((ticks - fileTimeEpoch) / 10_000n);
  return ms > 8.64e15 ? null : ms;
};

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A GUID as Windows stores it: the first three groups little-endian. */
export const guidOf = (bytes: Uint8Array): string | null => {
  if (bytes.length !== 16) return null;
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  const hex = order.map((at) => (bytes[at] ?? 0).toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
