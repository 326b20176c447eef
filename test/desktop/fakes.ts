/** Remembers what was registered, so that a test can call it as Electron would. */
export const recorder = () => {
  const handlers = new Map<string, ((...args: unknown[]) => unknown)[]>();
  return {
    on(name: string, handler: (...args: never[]) => unknown) {
      const list = handlers.get(name) ?? [];
      list.push(handler as (...args: unknown[]) => unknown);
      handlers.set(name, list);
      return this;
    },
    emit(name: string, ...args: unknown[]) {
      for (const handler of handlers.get(name) ?? []) handler(...args);
    },
    names: () => [...handlers.keys()],
  };
};

/** Electron's own objects are classes with hundreds of members; a factory is given the few it uses. */
export const as = <T>(part: unknown): T => part as T;

export const preventable = () => {
  const event = {
    prevented: false,
    preventDefault() {
      event.prevented = true;
    },
  };
  return event;
};

export const logBook = () => {
  const lines: { level: string; what: string; detail: Record<string, unknown> }[] = [];
  const log = (level: string, what: string, detail: Record<string, unknown> = {}) => {
    lines.push({ level, what, detail });
  };
  return { lines, log };
};
