/** One spelling for one number: `0x` and eight lower-case digits, from hex, signed or unsigned decimal. */
export const hexCode = (value: string | number | null | undefined): string | null => {
  if (value === null || value === undefined) return null;
  const text = String(value).trim();
  if (!/^(0x[0-9a-f]{1,8}|-?\d{1,10})$/i.test(text)) return null;
  return `0x${(Number(text) >>> 0).toString(16).padStart(8, '0')}`;
};

/** Entra error numbers in a sentence of any language. */
export const entraErrors = (text: string): string[] => [
  ...new Set([...text.matchAll(/AADSTS(\d{4,8})/g)].map((match) => `AADSTS${match[1] ?? ''}`)),
];

export interface Status {
  number: number;
  symbol: string;
}

/** `Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN`: the only part of an `nltest` failure that is not translated. */
export const statusIn = (line: string): Status | null => {
  const match = /=\s*(\d+)\s+0x([0-9a-f]+)\s+([A-Za-z][A-Za-z0-9_]+)/.exec(line);
  if (!match || Number(match[1]) !== parseInt(match[2] ?? '', 16)) return null;
  return { number: Number(match[1]), symbol: match[3] ?? '' };
};
