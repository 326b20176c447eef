import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
  WebPreferences,
} from 'electron';
import { pageUrl } from './origin';
import { least, placeWindow, type WindowPlace } from './window-place';

export const windowOptions = (
  place: { bounds: Partial<Rectangle> },
  preferences: WebPreferences,
): BrowserWindowConstructorOptions => ({
  ...place.bounds,
  minWidth: least.width,
  minHeight: least.height,
  title: 'Fieldkit',
  // Shown when there is something to see.
  show: false,
  webPreferences: preferences,
});

/** `make` is Electron's constructor, handed in so that everything around it can be tried without Electron. */
export const openWindow = <
  W extends Pick<BrowserWindow, 'once' | 'show' | 'maximize' | 'loadURL'>,
>(given: {
  make: (options: BrowserWindowConstructorOptions) => W;
  preferences: WebPreferences;
  saved: WindowPlace | null;
  displays: readonly Rectangle[];
}): W => {
  const place = placeWindow(given.saved, given.displays);
  const window = given.make(windowOptions(place, given.preferences));
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize();
    window.show();
  });
  return window;
};

export const showPage = (window: Pick<BrowserWindow, 'loadURL'>): Promise<void> =>
  window.loadURL(pageUrl);

/** A second start means: where is my window? */
export const bringForward = (
  window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'focus'>,
): void => {
  if (window.isMinimized()) window.restore();
  window.focus();
};
