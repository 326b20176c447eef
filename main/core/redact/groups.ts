/**
 * What a person may leave readable when something leaves the device: each for itself, but never the
 * secrets. The order is that of the switches.
 */
export const maskGroups = ['names', 'ids', 'addresses', 'secrets'] as const;
export type MaskGroup = (typeof maskGroups)[number];
/** A group that may be left readable. */
export type OpenGroup = Exclude<MaskGroup, 'secrets'>;

export const maskedBut = (open: readonly OpenGroup[]): ReadonlySet<MaskGroup> =>
  new Set(maskGroups.filter((group) => !open.some((each) => each === group)));
