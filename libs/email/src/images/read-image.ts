/** What a mail can show everywhere. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif';

export interface ImageFacts {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
}
export type ImageRefusal = 'svg' | 'webp' | 'heic' | 'unknown' | 'broken' | 'dimensions';
export type ReadImage =
  { readonly ok: true; readonly image: ImageFacts } | { readonly ok: false; readonly why: ImageRefusal };

export const imageLimits = {
  /** Octets: more than that loads slowly on a phone, and a screen of 2x needs less. */
  octets: 700_000,
  /** Pixels of a side: a picture of few octets can unfold to gigabytes. */
  side: 5_000,
} as const;

/** What a file is by its octets, whatever its name and its sender say. */
export function readImage(octets: Uint8Array): ReadImage {
  const found = png(octets) ?? jpeg(octets) ?? gif(octets);
  if (!found) return { ok: false, why: otherType(octets) };
  const { width, height } = found;
  if (width < 1 || height < 1) return { ok: false, why: 'broken' };
  if (Math.max(width, height) > imageLimits.side) return { ok: false, why: 'dimensions' };
  return { ok: true, image: found };
}

const starts = (octets: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((value, i) => octets[at + i] === value);
const text = (octets: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...octets.subarray(from, to));
const view = (octets: Uint8Array): DataView =>
  new DataView(octets.buffer, octets.byteOffset, octets.byteLength);

/** PNG (W3C) 5.2, 11.2.2: the header is the first chunk. */
function png(octets: Uint8Array): ImageFacts | undefined {
  if (!starts(octets, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return undefined;
  if (octets.length < 33 || text(octets, 12, 16) !== 'IHDR')
    return { type: 'image/png', width: 0, height: 0 };
  return { type: 'image/png', width: view(octets).getUint32(16), height: view(octets).getUint32(20) };
}

/** GIF89a 18. */
function gif(octets: Uint8Array): ImageFacts | undefined {
  if (!/^GIF8[79]a$/.test(text(octets, 0, 6))) return undefined;
  if (octets.length < 13) return { type: 'image/gif', width: 0, height: 0 };
  return {
    type: 'image/gif',
    width: view(octets).getUint16(6, true),
    height: view(octets).getUint16(8, true),
  };
}

/** JPEG (ITU T.81) B.1.1.4, B.2.2: segments up to the frame header, which has the size. */
function jpeg(octets: Uint8Array): ImageFacts | undefined {
  if (!starts(octets, [0xff, 0xd8, 0xff])) return undefined;
  for (let at = 2; at + 9 < octets.length;) {
    if (octets[at] !== 0xff) break;
    const marker = octets[at + 1]!;
    // Fill octets, and markers without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return {
        type: 'image/jpeg',
        width: view(octets).getUint16(at + 7),
        height: view(octets).getUint16(at + 5),
      };
    else if (marker === 0xda || marker === 0xd9) break;
    else at += 2 + view(octets).getUint16(at + 2);
  }
  return { type: 'image/jpeg', width: 0, height: 0 };
}

function otherType(octets: Uint8Array): ImageRefusal {
  if (text(octets, 0, 4) === 'RIFF' && text(octets, 8, 12) === 'WEBP') return 'webp';
  if (text(octets, 4, 8) === 'ftyp') return 'heic';
  return /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*<(?:\?xml|!DOCTYPE svg|!--|svg)/i.test(text(octets, 0, 200))
    ? 'svg'
    : 'unknown';
}
