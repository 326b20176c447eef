/** A clock somebody showed us, and how far it is ahead of this PC's. */
export interface ClockReading {
  shownBy: 'kerberos' | 'smb' | 'https' | 'ntp';
  host: string;
  offsetMs: number;
}

/** One line of the joint table: whose clock, how far it is from this PC's, and what is to be thought of it. */
export interface ClockRow {
  /** Null is this PC. */
  host: string | null;
  shownBy: ClockReading['shownBy'] | null;
  offsetMs: number;
  mark: 'right' | 'wrong' | 'unclear';
}

export interface ClockView {
  readings: ClockReading[];
  /** The middle of all: one server with a wrong clock moves nothing. Null when no clock was read. */
  offsetMs: number | null;
  /** `refused`: Kerberos gives no tickets beyond five minutes, and signed tokens look invalid. */
  state: 'right' | 'drifting' | 'refused' | 'unknown';
  /** Off by whole quarters of an hour: set right, in the wrong time zone. */
  looksLikeTimeZone: boolean;
  /** Servers whose own clock disagrees with the others by more than Kerberos forgives. */
  odd: string[];
  /** Whose clock is wrong; `unclear` where too few agree, `unknown` where none was read. */
  wrong: 'nobody' | 'pc' | 'servers' | 'unclear' | 'unknown';
}

export const kerberosToleranceMs = 5 * 60_000;
const hour = 3_600_000;
const quarter = hour / 4;

/**
 * A clock that is off by whole quarters of an hour was set right in the wrong time zone;
 * anything else is a clock that runs wrong.
 */
export const looksLikeTimeZone = (offsetMs: number): boolean => {
  const apart = Math.abs(offsetMs);
  if (apart < hour / 2 - 60_000 || apart > 14 * hour + 60_000) return false;
  const rest = apart % quarter;
  return Math.min(rest, quarter - rest) <= 60_000;
};

const stateOf = (offsetMs: number | null): ClockView['state'] => {
  if (offsetMs === null) return 'unknown';
  const apart = Math.abs(offsetMs);
  if (apart >= kerberosToleranceMs) return 'refused';
  return apart >= kerberosToleranceMs / 5 ? 'drifting' : 'right';
};

/** The middle one; of two the smaller error, because our own clock is the third witness. */
const middle = (offsets: readonly number[]): number | null => {
  const sorted = [...offsets].sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  if (high === undefined || low === undefined) return null;
  return Math.abs(low) <= Math.abs(high) ? low : high;
};

/** So many servers have to agree before this PC is said to be wrong. */
const fewestWitnesses = 2;

const whoIsWrong = (
  readings: readonly ClockReading[],
  state: ClockView['state'],
  odd: readonly string[],
): ClockView['wrong'] => {
  if (state === 'unknown') return 'unknown';
  const hosts = new Set(readings.map(({ host }) => host));
  const agreeing = hosts.size - odd.length;
  if (state !== 'right')
    return agreeing >= fewestWitnesses && agreeing > odd.length ? 'pc' : 'unclear';
  if (odd.length === 0) return 'nobody';
  // This PC is one more that agrees.
  return agreeing + 1 > odd.length ? 'servers' : 'unclear';
};

/** All clocks that were read, whoever showed them, as one answer about this PC's. */
export const joinClocks = (readings: readonly ClockReading[]): ClockView => {
  const offsetMs = middle(readings.map((one) => one.offsetMs));
  const odd = readings.filter(
    (one) => offsetMs !== null && Math.abs(one.offsetMs - offsetMs) >= kerberosToleranceMs,
  );
  const state = stateOf(offsetMs);
  const oddHosts = [...new Set(odd.map(({ host }) => host))];
  return {
    readings: [...readings],
    offsetMs,
    state,
    looksLikeTimeZone: offsetMs !== null && looksLikeTimeZone(offsetMs),
    odd: oddHosts,
    wrong: whoIsWrong(readings, state, oddHosts),
  };
};

/** This PC first, then every clock that was shown. */
export const clockRows = ({ readings, odd, wrong }: ClockView): ClockRow[] => {
  const ours = wrong === 'pc' ? 'wrong' : 'right';
  const unclear = wrong === 'unclear' || wrong === 'unknown';
  return [
    { host: null, shownBy: null, offsetMs: 0, mark: unclear ? 'unclear' : ours },
    ...readings.map((one): ClockRow => ({
      ...one,
      mark: unclear ? 'unclear' : odd.includes(one.host) ? 'wrong' : 'right',
    })),
  ];
};
