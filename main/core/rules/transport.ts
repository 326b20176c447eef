/** Number ranges of those who carry a request: Winsock, its name service, WinINet and WinHTTP. */
const ranges = [
  [10_050, 10_065],
  [11_001, 11_004],
  [12_001, 12_180],
] as const;

/** The number as it is, in an HRESULT of Win32, and in the range of the sign-in library. */
const carriers = new Set([0, 0x8007, 0xcaa8]);

/** HTTP 407 as an HRESULT: a proxy's own answer. */
const proxyWantsSignIn = 0x80190197;

/** Whether a code says that the request did not get through, whatever it asked for. */
export const isTransport = (code: string): boolean => {
  const value = Number(code);
  if (value === proxyWantsSignIn) return true;
  const number = value & 0xffff;
  return carriers.has(value >>> 16) && ranges.some(([from, to]) => number >= from && number <= to);
};
