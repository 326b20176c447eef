import { createContext } from 'react';
import type { Settings } from '../../../preload/contract';

/** Where a person was, kept over a restart: whoever shows such a place also moves it. */
export interface Place {
  place: Settings['place'];
  move(part: Partial<Settings['place']>): void;
}

export const PlaceContext = createContext<Place | null>(null);
