/** What blocks and the frame are colored with: the brand's color where it can be read, else the nearest shade that can. */
export interface BrandColors {
  /** The ground of buttons. */
  readonly color: string;
  /** What is written on it. */
  readonly ink: string;
  /** Links and the brand's name, on a light ground and on a dark one. */
  readonly link: string;
  readonly darkLink: string;
}

type Rgb = readonly [number, number, number];

/** WCAG 2.2, 1.4.3: text of any size. */
const CONTRAST = 4.5;
const LIGHT: Rgb = [0xf3, 0xf4, 0xf7];
const DARK: Rgb = [0x22, 0x24, 0x2a];
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const USUAL = '#3b5bdb';

const parse = (color: string): Rgb => {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};
const format = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** The first shade on the way to `towards` that can be read on this ground. */
function readable(rgb: Rgb, ground: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const shade = rgb.map((part, i) => Math.round(part + (towards[i]! - part) * share)) as [
      number,
      number,
      number,
    ];
    if (contrast(shade, ground) >= CONTRAST) return shade;
  }
  return towards;
}

/** @param color #rrggbb; whatever else counts as none */
export function brandColors(color: string): BrandColors {
  const known = /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : USUAL;
  const rgb = parse(known);
  return {
    color: known,
    ink: contrast(rgb, WHITE) >= contrast(rgb, BLACK) ? '#ffffff' : '#000000',
    link: format(readable(rgb, LIGHT, BLACK)),
    darkLink: format(readable(rgb, DARK, WHITE)),
  };
}
