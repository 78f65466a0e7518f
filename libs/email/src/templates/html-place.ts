import { TemplateFault } from './problem.js';
import type { Slot } from './tree.js';

/** Where in an HTML document the scan stands. Follows the tokeniser of the HTML standard as far as the places of values need it. */
export interface Place {
  readonly at:
    'text' | 'tagOpen' | 'tag' | 'attributeName' | 'beforeValue' | 'value' | 'unquoted' | 'comment' | 'raw';
  readonly tag: string;
  readonly attribute: string;
  readonly quote: string;
  /** Nothing of the present attribute's value has been seen. */
  readonly valueStart: boolean;
}

export const documentStart: Place = { at: 'text', tag: '', attribute: '', quote: '', valueStart: false };

const rawTags = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
  'template',
  'noscript',
]);
const urlAttributes = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'background',
  'cite',
  'poster',
  'data',
  'longdesc',
]);
const space = /\s/;

/** The place behind `html`, read from `from`. Linear. */
export function advancePlace(from: Place, html: string): Place {
  let { at, tag, attribute, quote, valueStart } = from;
  for (let i = 0; i < html.length; i++) {
    const char = html[i]!;
    switch (at) {
      case 'text':
        if (html.startsWith('<!--', i)) [at, i] = ['comment', i + 3];
        else if (char === '<') [at, tag] = ['tagOpen', ''];
        break;
      case 'tagOpen':
        if (char === '>') at = tag ? rawOrText(tag) : 'text';
        else if (space.test(char)) at = tag ? 'tag' : 'text';
        else tag += char.toLowerCase();
        break;
      case 'tag':
        if (char === '>') at = rawOrText(tag);
        else if (!space.test(char) && char !== '/') [at, attribute] = ['attributeName', char.toLowerCase()];
        break;
      case 'attributeName':
        if (char === '=') at = 'beforeValue';
        else if (char === '>') at = rawOrText(tag);
        else if (space.test(char) || char === '/') at = 'tag';
        else attribute += char.toLowerCase();
        break;
      case 'beforeValue':
        if (char === '"' || char === "'") [at, quote, valueStart] = ['value', char, true];
        else if (char === '>') at = rawOrText(tag);
        else if (!space.test(char)) at = 'unquoted';
        break;
      case 'value':
        if (char === quote) at = 'tag';
        else valueStart = false;
        break;
      case 'unquoted':
        if (char === '>') at = rawOrText(tag);
        else if (space.test(char)) at = 'tag';
        break;
      case 'comment':
        if (html.startsWith('-->', i)) [at, i] = ['text', i + 2];
        break;
      case 'raw':
        if (char === '<' && html.slice(i + 1, i + 2 + tag.length).toLowerCase() === `/${tag}`)
          [at, tag] = ['tagOpen', ''];
        break;
    }
  }
  return { at, tag, attribute, quote, valueStart };
}

const rawOrText = (tag: string): 'raw' | 'text' => (rawTags.has(tag) ? 'raw' : 'text');

/** How a value at this place is escaped; a place where no escaping helps is refused. */
export function slotAt(place: Place, node: { lineno: number; colno: number }): Slot {
  const refuse = (where: string): never => {
    throw new TemplateFault('refusedPlace', node, { place: where });
  };
  if (place.at === 'text') return 'text';
  if (place.at === 'comment') return refuse('in a comment');
  if (place.at === 'raw') return refuse(`inside <${place.tag}>`);
  if (place.at !== 'value') return refuse('inside a tag');
  if (
    place.attribute.startsWith('on') ||
    place.attribute === 'style' ||
    place.attribute === 'srcdoc' ||
    place.attribute === 'srcset'
  ) {
    return refuse(`in the attribute ${place.attribute}`);
  }
  return urlAttributes.has(place.attribute) && place.valueStart ? 'url' : 'attribute';
}

/** After a value the scan goes on; inside an attribute its beginning is over. */
export const behindValue = (place: Place): Place => ({ ...place, valueStart: false });

export const samePlace = (a: Place, b: Place): boolean =>
  a.at === b.at &&
  (a.at === 'text' ||
    (a.tag === b.tag && (a.at !== 'value' || (a.attribute === b.attribute && a.quote === b.quote))));
