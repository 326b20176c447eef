interface Idle {
  /** How many pages there are now. */
  count(pages: number): void;
  stop(): void;
}

/** Calls back once the last page has been gone for so long. Does nothing before the first page came. */
export const createIdle = (idleMs: number, onIdle: () => void): Idle => {
  let timer: NodeJS.Timeout | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    count: (pages) => {
      stop();
      if (pages === 0) timer = setTimeout(onIdle, idleMs);
    },
    stop,
  };
};
