/** The letter of the scale unit that manages a device, as in fef.msub05.manage.microsoft.com. */
const regions: Record<string, string> = { a: 'na', b: 'eu', c: 'ap' };

const scaleUnit = /(?:^|\.)a?msu([a-z])\d{2,4}\.manage\.microsoft\.com$/;

const hostOf = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).hostname : null;

/** Null where the address names no region: the common front door does not. */
const regionOfAddress = (address: string): string | null => {
  const letter = scaleUnit.exec(hostOf(address) ?? '')?.[1];
  return letter === undefined ? null : (regions[letter] ?? null);
};

/** The one region all addresses that name any agree on. */
export const regionOf = (addresses: readonly (string | null)[]): string | null => {
  const [region = null, ...others] = new Set(
    addresses.flatMap((one) => (one === null ? [] : (regionOfAddress(one) ?? []))),
  );
  return others.length === 0 ? region : null;
};
