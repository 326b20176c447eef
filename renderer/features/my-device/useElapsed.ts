import { useEffect, useState } from 'react';

/** Milliseconds since a check began, so that the clock moves between two reports from main. */
export const useElapsed = (since: number): number => {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(performance.now()), 200);
    return () => window.clearInterval(timer);
  }, [since]);
  return Math.max(0, now - since);
};
