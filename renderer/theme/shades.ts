import type { BrandVariants } from '@fluentui/react-components';

type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb => {
  const all = Number.parseInt(hex.slice(1), 16);
  return [(all >> 16) & 255, (all >> 8) & 255, all & 255];
};

const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** How bright a colour is to the eye, as the rules for contrast count it. */
export const brightness = (hex: string): number => {
  const [r, g, b] = rgbOf(hex).map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

const mixed = (colour: Rgb, other: Rgb, share: number): string =>
  hexOf(colour.map((part, at) => part + ((other[at] ?? 0) - part) * share) as unknown as Rgb);

const halvings = 12;

/** The colour, darkened or lightened until it is as bright as the pattern. */
const shade = (colour: string, pattern: string): string => {
  const aim = brightness(pattern);
  const darker = brightness(colour) > aim;
  const from = rgbOf(colour);
  let [least, most] = [0, 1];
  for (let step = 0; step < halvings; step += 1) {
    const middle = (least + most) / 2;
    const tooBright = brightness(mixed(from, darker ? black : white, middle)) > aim;
    if (tooBright === darker) least = middle;
    else most = middle;
  }
  return mixed(from, darker ? black : white, most);
};

/** Any colour in the steps of a pattern that was tested: where that can be read, so can this. */
export const asBrightAs = (pattern: BrandVariants, colour: string): BrandVariants =>
  Object.fromEntries(
    Object.entries(pattern).map(([step, own]) => [step, shade(colour, own)]),
  ) as unknown as BrandVariants;
