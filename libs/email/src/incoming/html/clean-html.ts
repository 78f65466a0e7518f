import sanitizeHtml, { type Attributes, type IOptions } from 'sanitize-html';
import { htmlTokens } from '../../mail/html-tokens.js';
import { cleanImage } from './clean-images.js';
import { cleanStyle } from './clean-style.js';
import { markLies } from './link-lies.js';

/** Raised with every change of what is left: HTML that an older one cleaned is cleaned again. */
export const CLEANER_VERSION = 1;
/** Characters that are cleaned; and of what comes out: entities can be longer than what they stand for. */
const MOST_IN = 256_000;
const MOST_OUT = 1_000_000;
const DEEPEST = 100;
/** No mail program nests so deep; the cleaner would take a second for it. */
const TOO_DEEP = 1_000;
/** Never closed, or seldom. */
const unclosed =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source|td|th|tr|track|wbr)$/;

export interface CleanHtml {
  readonly html: string;
  /** Pictures that are loaded from elsewhere, only when a person wants to see them. */
  readonly heldImages: number;
  /** Pictures that would only have said that the mail was opened. */
  readonly trackers: number;
  /** There was more. */
  readonly isCut: boolean;
  readonly version: number;
}

const inline =
  'a abbr b bdi bdo big br cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr';
const block =
  'address article aside blockquote caption center col colgroup dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul';
const everywhere = ['align', 'bgcolor', 'dir', 'lang', 'style', 'title', 'valign'];
const numbers = [
  'border',
  'cellpadding',
  'cellspacing',
  'colspan',
  'height',
  'nowrap',
  'rowspan',
  'span',
  'start',
  'width',
];

/**
 * A mail's HTML as it may be shown: no script, no style sheet, no form, no frame, nothing that loads by itself, no name that the page around it could trip over. It is shown in
 * a frame without scripts and under a policy all the same (`mailDocument`).
 */
export function cleanHtml(html: string): CleanHtml {
  const counts = { held: 0, tracker: 0, own: 0, none: 0 };
  const options: IOptions = {
    allowedTags: [...inline.split(' '), ...block.split(' '), 'img'],
    allowedAttributes: {
      '*': [...everywhere, ...numbers],
      a: ['href', 'target', 'rel'],
      font: ['color', 'face', 'size'],
      img: ['alt', 'data-cid', 'data-remote', 'src'],
      ol: ['type'],
      ul: ['type'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'title',
      'template',
      'svg',
      'math',
      'xmp',
      'iframe',
      'noembed',
      'noframes',
      'plaintext',
    ],
    nestingLimit: DEEPEST,
    parseStyleAttributes: false,
    disallowedTagsMode: 'discard',
    transformTags: {
      '*': (tagName, attribs) => ({ tagName, attribs: withStyle(attribs) }),
      img: (tagName, attribs) => {
        const { attributes, kind } = cleanImage(attribs);
        counts[kind]++;
        return { tagName, attribs: withStyle(attributes) };
      },
      a: (tagName, attribs) => ({ tagName, attribs: linkOf(withStyle(attribs)) }),
    },
    // A picture of which nothing is left would be an empty box.
    exclusiveFilter: ({ tag, attribs }) =>
      tag === 'img' && !attribs['src'] && !attribs['data-cid'] && !attribs['data-remote'] && !attribs['alt'],
  };
  const given = untilTooDeep(html.slice(0, MOST_IN));
  const cleaned = markLies(sanitizeHtml(given, options));
  const isTooLong = cleaned.length > MOST_OUT;
  return {
    html: isTooLong ? '' : cleaned,
    heldImages: counts.held,
    trackers: counts.tracker,
    isCut: isTooLong || given.length < html.length,
    version: CLEANER_VERSION,
  };
}

function untilTooDeep(html: string): string {
  let depth = 0;
  for (const token of htmlTokens(html)) {
    if (token.is === 'text' || unclosed.test(token.name)) continue;
    if (token.is === 'close') depth = Math.max(0, depth - 1);
    else if (++depth > TOO_DEEP) return html.slice(0, token.at);
  }
  return html;
}

function withStyle(attributes: Attributes): Attributes {
  const { style, ...rest } = attributes;
  const clean = style === undefined ? '' : cleanStyle(style);
  return clean === '' ? rest : { ...rest, style: clean };
}

/** A link opens elsewhere and says nothing of where it was. */
const linkOf = ({ href, style, title }: Attributes): Attributes => ({
  ...(style !== undefined && { style }),
  ...(title !== undefined && { title }),
  ...(href !== undefined &&
    /^\s*(?:https?:\/\/|mailto:|tel:)/i.test(href) && {
      href: href.trim(),
      target: '_blank',
      rel: 'noreferrer noopener nofollow',
    }),
});
