import type { CodeView } from '../../preload/contract';

/** Where a code was met, so that it is explained as it was meant there. */
export const areaOf = (code: string, known: readonly CodeView[]): string | null => {
  const sought = code.toLowerCase();
  const area = known.find((one) => one.code.toLowerCase() === sought)?.area;
  return area === undefined || area === 'unknown' ? null : area;
};
