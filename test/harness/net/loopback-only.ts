import type * as wire from '../../../main/network/wire';

/** For tests that go through a whole door: the open wire, cut everywhere but on this machine. */
export const loopbackOnly = async (original: () => Promise<typeof wire>): Promise<typeof wire> => {
  const real = await original();
  return {
    ...real,
    openWire: {
      ...real.openWire,
      route: (spot) => (/^(127\.|::1$)/.test(spot.address) ? spot : null),
    },
  };
};
