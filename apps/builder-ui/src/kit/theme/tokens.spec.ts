import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../', import.meta.url));
const css = readFileSync(path.join(src, 'theme.css'), 'utf8');

type Scheme = 'light' | 'dark';

/** The colors of theme.css: one for both schemes, or one for each. */
const tokens = new Map(
  [...css.matchAll(/--cl-([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g)].map(
    ([, name, light, dark, both]) => [name!, { light: light ?? both!, dark: dark ?? both! }] as const,
  ),
);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(text: string, ground: string, scheme: Scheme): number {
  const [a, b] = [text, ground].map((name) => luminance(tokens.get(name)![scheme]));
  return (Math.max(a!, b!) + 0.05) / (Math.min(a!, b!) + 0.05);
}

const grounds = ['bg', 'surface', 'raised', 'sunken'];
const onEvery = (...texts: string[]) => texts.flatMap((text) => grounds.map((ground) => [text, ground]));

const readable = [
  ...onEvery('text', 'text2', 'text3', 'accent-text'),
  ['text', 'accent-soft'],
  ['text2', 'accent-soft'],
  ['text3', 'accent-soft'],
  ['accent-text', 'accent-soft'],
  ...['ok', 'warn', 'bad'].flatMap((status) => [
    [status, `${status}-soft`],
    [status, 'surface'],
    [status, 'bg'],
    [status, 'raised'],
  ]),
  ...['client', 'time', 'logic', 'studio', 'end', 'start'].map((family) => [family, `${family}-tile`]),
  ['on-fill', 'accent'],
  ['on-fill', 'accent-hover'],
  ['on-fill', 'bad-fill'],
  ['on-fill', 'bad-fill-hover'],
] as [string, string][];

/** Frames and marks that say something (WCAG 2.2, 1.4.11). */
const visible = [
  ...['surface', 'bg', 'raised'].flatMap((ground) => [
    ['control', ground],
    ['ok-dot', ground],
    ['warn-dot', ground],
    ['bad-dot', ground],
  ]),
  ['accent', 'surface'],
  ['on-mark', 'ok-dot'],
  ['on-mark', 'bad-dot'],
] as [string, string][];

describe.each<Scheme>(['light', 'dark'])('colors, %s', (scheme) => {
  it.each(readable)('%s can be read on %s', (text, ground) => {
    expect(contrast(text, ground, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(visible)('%s can be seen on %s', (mark, ground) => {
    expect(contrast(mark, ground, scheme)).toBeGreaterThanOrEqual(3);
  });
});

describe('style sheets', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:css|tsx?)$/.test(file) && !/generated|fonts|\.spec\.tsx?$/.test(file),
  );

  it('name colors in one place', () => {
    const named = files.filter(
      (file) => file !== 'theme.css' && /#[0-9a-f]{3,8}\b/i.test(readFileSync(path.join(src, file), 'utf8')),
    );
    expect(named).toEqual([]);
  });

  it('use tokens that there are', () => {
    const known = new Set([...css.matchAll(/--cl-([\w-]+):/g)].map(([, name]) => name!));
    const used = files.flatMap((file) =>
      [...readFileSync(path.join(src, file), 'utf8').matchAll(/var\(--cl-([\w-]+)\)/g)].map(
        ([, name]) => name!,
      ),
    );
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  it('hold what is of one component beside it: the common one has tokens and resets', () => {
    expect(css.split('\n').length).toBeLessThan(100);
    expect(css.match(/^\s*\.[\w-]+/gm)).toEqual(['  .mantine-Input-input']);
  });
});
