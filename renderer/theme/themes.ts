import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';

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

const light: Theme = { ...createLightTheme(indigo), ...type };

const dark: Theme = {
  ...createDarkTheme(indigo),
  ...type,
  // The dark theme's own choice of brand text is too dim to read on its cards.
  colorBrandForeground1: indigo[120],
  colorBrandForeground2: indigo[130],
  colorBrandForegroundLink: indigo[120],
  colorBrandForegroundLinkHover: indigo[140],
};

export const themes = {
  light,
  dark,
  contrast: { ...teamsHighContrastTheme, ...type },
} satisfies Record<string, Theme>;

export type ThemeName = keyof typeof themes;
