import { createContext } from 'react';

/** How anything on the page begins a guide: only those that fit what is looked at. */
export interface Guides {
  startable: ReadonlySet<string>;
  start(guide: string): void;
  list(): void;
}

export const GuidesContext = createContext<Guides | null>(null);
