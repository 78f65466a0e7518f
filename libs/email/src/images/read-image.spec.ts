import { describe, expect, it } from '@jest/globals';
import { readImage, type ImageRefusal } from './read-image.js';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : part)),
  );
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = (width: number[], height: number[]) =>
  bytes(SIGNATURE, [0, 0, 0, 13], 'IHDR', width, height, [8, 6, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]);
const jpeg = (...segments: number[][]) => bytes([0xff, 0xd8], segments.flat(), Array<number>(12).fill(0));
const app = [0xff, 0xe0, 0, 4, 0, 0];
const frame = [0xff, 0xc2, 0, 11, 8, 0x01, 0x2c, 0x01, 0x90, 1, 1, 0x11, 0];

describe('an image', () => {
  it.each<[string, Uint8Array, object]>([
    ['PNG', png([0, 0, 1, 144], [0, 0, 1, 44]), { type: 'image/png', width: 400, height: 300 }],
    ['JPEG', jpeg(app, [0xff], frame), { type: 'image/jpeg', width: 400, height: 300 }],
    [
      'GIF',
      bytes('GIF89a', [0x90, 1, 0x2c, 1], Array<number>(10).fill(0)),
      { type: 'image/gif', width: 400, height: 300 },
    ],
  ])('is known by its octets: %s', (_, octets, image) => {
    expect(readImage(octets)).toEqual({ ok: true, image });
  });

  it.each<[string, Uint8Array, ImageRefusal]>([
    [
      'a drawing with scripts',
      bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'svg',
    ],
    ['a drawing after a declaration', bytes('<?xml version="1.0"?><svg/>'), 'svg'],
    ['a page', bytes('<html><script>alert(1)</script></html>'), 'unknown'],
    ['WebP', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '), 'webp'],
    ['HEIC', bytes([0, 0, 0, 24], 'ftypheic'), 'heic'],
    ['a PNG that ends early', bytes(SIGNATURE, [0, 0]), 'broken'],
    ['a JPEG without a frame', jpeg(app), 'broken'],
    ['a JPEG whose segment goes on for ever', jpeg([0xff, 0xe0, 0, 0]), 'broken'],
    ['a PNG that unfolds to gigabytes', png([0, 1, 0, 0], [0, 1, 0, 0]), 'dimensions'],
    ['nothing', bytes(), 'unknown'],
  ])('is refused: %s', (_, octets, why) => {
    expect(readImage(octets)).toEqual({ ok: false, why });
  });
});
