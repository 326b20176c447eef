import type { Tell } from '../house';

export interface Events {
  /** For the house: reaches every page that listens at this moment. */
  tell: Tell;
  /** For the doors; returns its own way out. */
  listen(listener: Tell): () => void;
}

/** The house is built before any page exists, so what it tells meets its listeners here. */
export const createEvents = (): Events => {
  const listeners = new Set<Tell>();
  return {
    tell: (name, value) => {
      for (const listener of listeners) listener(name, value);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
