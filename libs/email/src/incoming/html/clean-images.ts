import type { Attributes } from 'sanitize-html';

/** The kinds that show a picture and nothing else: an SVG is a document. */
const DATA = /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]{1,400000}$/i;
const kept = ['alt', 'title', 'width', 'height', 'align', 'border', 'style'];

export interface CleanImage {
  readonly attributes: Attributes;
  readonly kind: 'held' | 'own' | 'tracker' | 'none';
}

/**
 * A picture without its address: a remote one moves to `data-remote`, which no browser loads, one of the mail itself to `data-cid`. Whose size is a point is there to say that
 * the mail was opened: it is never shown.
 */
export function cleanImage(given: Attributes): CleanImage {
  const attributes: Attributes = {};
  for (const name of kept) if (given[name] !== undefined) attributes[name] = given[name];
  const src = (given['src'] ?? '')
    .replace(/[\0-\u0020]+/g, (blanks) => (/[^ ]/.test(blanks) ? '' : blanks))
    .trim();
  if (/^cid:./i.test(src)) return { attributes: { ...attributes, 'data-cid': cidOf(src) }, kind: 'own' };
  if (DATA.test(src)) return { attributes: { ...attributes, src }, kind: 'own' };
  const url = /^\/\//.test(src) ? `https:${src}` : src;
  if (!/^https?:\/\//i.test(url) || url.length > 4_000) return { attributes, kind: 'none' };
  if (isPoint(given)) return { attributes, kind: 'tracker' };
  return { attributes: { ...attributes, 'data-remote': url }, kind: 'held' };
}

function cidOf(src: string): string {
  try {
    return decodeURIComponent(src.slice(4));
  } catch {
    return src.slice(4);
  }
}

const small = (value: string | undefined): boolean => /^\s*[01](?:px)?\s*$/i.test(value ?? '');
const isPoint = (given: Attributes): boolean =>
  (small(given['width']) && small(given['height'])) ||
  /(?:^|;)\s*(?:max-)?(?:width|height)\s*:\s*[01](?:px)?\s*(?:!important\s*)?(?:;|$)/i.test(
    given['style'] ?? '',
  ) ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$))/i.test(
    given['style'] ?? '',
  );
