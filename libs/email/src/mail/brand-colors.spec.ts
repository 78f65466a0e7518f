import { describe, expect, it } from '@jest/globals';
import { brandColors } from './brand-colors.js';

const channel = (value: number) =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
const luminance = (color: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => channel(Number.parseInt(color.slice(at, at + 2), 16)));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
};

describe('the colors of a brand', () => {
  it.each([
    '#000000',
    '#ffffff',
    '#ffe600',
    '#7a5c2e',
    '#3b5bdb',
    '#808080',
    '#ff0000',
    '#00ff00',
    '#0000ff',
  ])('of %s can be read on every ground of a mail', (color) => {
    const { ink, link, darkLink } = brandColors(color);
    expect(contrast(ink, color)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(link, '#f3f4f7')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(link, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(darkLink, '#22242a')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(darkLink, '#17181c')).toBeGreaterThanOrEqual(4.5);
  });

  it("are the brand's own where those can be read", () => {
    expect(brandColors('#7A5C2E')).toMatchObject({ color: '#7a5c2e', ink: '#ffffff', link: '#7a5c2e' });
  });

  it('take nothing but a color', () => {
    expect(brandColors('red;background:url(x)').color).toBe('#3b5bdb');
  });
});
