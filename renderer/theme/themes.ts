import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import { asBrightAs } from './shades';

/** Our one accent: an indigo that stays clear of the green, amber and red of the verdicts. */
const indigo: BrandVariants = {
  10: '#05051a',
  20: '#10123a',
  30: '#181b5a',
  40: '#202476',
  50: '#292f8f',
  60: '#343ba6',
  70: '#4048bb',
  80: '#4d56cd',
  90: '#5e67da',
  100: '#7079e4',
  110: '#838bec',
  120: '#969df2',
  130: '#a9b0f6',
  140: '#bdc3f9',
  150: '#d2d6fc',
  160: '#e8eafe',
};

const type = {
  fontFamilyBase:
    "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', sans-serif",
  fontFamilyMonospace:
    "'Cascadia Mono', Consolas, 'SF Mono', 'DejaVu Sans Mono', 'Liberation Mono', monospace",
};

const light = (brand: BrandVariants): Theme => ({ ...createLightTheme(brand), ...type });

const dark = (brand: BrandVariants): Theme => ({
  ...createDarkTheme(brand),
  ...type,
  // The dark theme's own choice of brand text is too dim to read on its cards.
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[140],
});

/** With the colour of an organisation, if it named one. High contrast belongs to the person alone. */
export const themesOf = (colour: string | null) => {
  const brand = colour === null ? indigo : asBrightAs(indigo, colour);
  return {
    light: light(brand),
    dark: dark(brand),
    contrast: { ...teamsHighContrastTheme, ...type },
  } satisfies Record<string, Theme>;
};

export type ThemeName = keyof ReturnType<typeof themesOf>;
