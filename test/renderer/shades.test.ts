import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asBrightAs, brightness } from '../../renderer/theme/shades';
import { themesOf } from '../../renderer/theme/themes';

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const pattern = { 10: '#05051a', 80: '#4d56cd', 160: '#e8eafe' } as unknown as Parameters<
  typeof asBrightAs
>[0];

describe('the colour of an organisation', () => {
  it('is shown as bright as our own, whatever it is', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        const shades = asBrightAs(pattern, colour);
        for (const step of [10, 80, 160] as const) {
          expect(shades[step]).toMatch(/^#[0-9a-f]{6}$/);
          expect(Math.abs(brightness(shades[step]) - brightness(pattern[step]))).toBeLessThan(0.02);
        }
      }),
    );
  });

  it.each(['#ffff00', '#000000', '#ffffff', '#00ff00', '#0b5394', '#b00020'])(
    'can be read on buttons and as links: %s',
    (colour) => {
      const { light, dark } = themesOf(colour);
      for (const { colorNeutralForegroundOnBrand, colorBrandBackground } of [light, dark])
        expect(contrast(colorNeutralForegroundOnBrand, colorBrandBackground)).toBeGreaterThan(4.5);
      expect(contrast(light.colorBrandForegroundLink, '#ffffff')).toBeGreaterThan(4.5);
      expect(contrast(dark.colorBrandForegroundLink, '#292929')).toBeGreaterThan(4.5);
    },
  );

  it('changes nothing where there is none, and never high contrast', () => {
    expect(themesOf('#b00020').contrast).toEqual(themesOf(null).contrast);
    expect(themesOf('#b00020').light.colorBrandBackground).not.toBe(
      themesOf(null).light.colorBrandBackground,
    );
  });
});
