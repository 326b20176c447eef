/** A place on the network, by number: names are resolved before anything is contacted. */
export interface Spot {
  address: string;
  port: number;
}

/**
 * The one way out. Every socket of this house is opened to the spot `route` gives back,
 * so the offline switch is a wire that gives none.
 */
export interface Wire {
  route(spot: Spot): Spot | null;
  /** The wall clock of this PC, in UTC milliseconds: what other clocks are compared with. */
  now(): number;
}

export const openWire: Wire = { route: (spot) => spot, now: Date.now };

/** Strictly offline: nothing leaves this PC, not even a question to a name server. */
export const closedWire: Wire = { route: () => null, now: Date.now };

export const isClosed = (wire: Wire): boolean => wire === closedWire;

export interface Patience {
  limitMs: number;
  signal?: AbortSignal;
}
