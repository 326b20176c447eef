interface Surroundings {
  isAlive(pid: number): boolean;
  /** Who our parent is now: changes on some systems when it ends. */
  parentNow(): number;
  everyMs: number;
}

const signalZero = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Not ours to signal means it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const real: Surroundings = {
  isAlive: signalZero,
  parentNow: () => process.ppid,
  everyMs: 1_000,
};

/**
 * Calls back once the program that started us is gone, however it went: a killed one says no goodbye.
 * A new program could get the old number, so a change of parent counts as well.
 */
export const watchParent = (
  parent: number,
  onGone: () => void,
  { isAlive, parentNow, everyMs }: Surroundings = real,
): (() => void) => {
  const wasOurs = parentNow() === parent;
  const timer = setInterval(() => {
    if (isAlive(parent) && (!wasOurs || parentNow() === parent)) return;
    clearInterval(timer);
    onGone();
  }, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
};
