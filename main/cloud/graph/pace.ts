/** Waiting as the service wants it, in one place for all who ask it. */
export interface Pace {
  now(): number;
  /** Ends early, and says so, when the signal fires. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<boolean>;
  random(): number;
}

export const realPace: Pace = {
  now: Date.now,
  random: Math.random,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) {
        resolve(false);
        return;
      }
      const stop = () => {
        clearTimeout(timer);
        resolve(false);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve(true);
      }, ms);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};

const firstMs = 1000;
const mostMs = 60_000;
/** So that a crowd that was sent away together does not come back together. */
const spread = 0.05;

/** Seconds or a date; null when it was not said. */
export const retryAfterMs = (said: string | null, now: number): number | null => {
  if (said === null || said.trim() === '') return null;
  const seconds = Number(said);
  if (!Number.isNaN(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(said);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
};

/** What was demanded and a little more; without a demand, twice as long each time, anywhere in that span. */
export const waitMs = (attempt: number, demanded: number | null, random: number): number =>
  demanded === null
    ? Math.min(mostMs, firstMs * 2 ** attempt) * (0.5 + random / 2)
    : demanded * (1 + spread * random);
