import type { Rectangle, Size } from 'electron';
import { z } from 'zod';

const stored = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});

export type WindowPlace = z.infer<typeof stored>;

export const least = { width: 480, height: 480 };
const first = { width: 1120, height: 780 };

/** So much of the window has to be on a display that a hand can catch its title. */
const grip = { width: 160, height: 48 };

export const parseWindowPlace = (text: string): WindowPlace | null => {
  try {
    return stored.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

const overlap = (from: number, size: number, other: number, otherSize: number): number =>
  Math.min(from + size, other + otherSize) - Math.max(from, other);

const canBeCaught = (place: Rectangle, display: Rectangle): boolean =>
  overlap(place.x, place.width, display.x, display.width) >= grip.width &&
  place.y >= display.y &&
  place.y + grip.height <= display.y + display.height;

const fit = <T extends Size>(size: T, display: Size): T => ({
  ...size,
  width: Math.max(least.width, Math.min(size.width, display.width)),
  height: Math.max(least.height, Math.min(size.height, display.height)),
});

/**
 * Where the window goes: where it was, if that display is still there. Otherwise Electron centres it
 * on the first one, no larger than that.
 */
export const placeWindow = (
  saved: WindowPlace | null,
  displays: readonly Rectangle[],
): { bounds: Partial<Rectangle>; maximized: boolean } => {
  const { maximized, ...wanted } = saved ?? { ...first, maximized: false };
  for (const display of displays) {
    const bounds = fit(wanted, display);
    if ('x' in bounds && canBeCaught(bounds, display)) return { bounds, maximized };
  }
  const { width, height } = fit(wanted, displays[0] ?? first);
  return { bounds: { width, height }, maximized };
};
