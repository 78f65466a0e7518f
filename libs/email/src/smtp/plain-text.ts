import { compile } from 'html-to-text';

/** Longer HTML is cut before it is turned into text. */
const MAX_HTML = 200_000;

const convert = compile({
  wordwrap: 78,
  limits: { maxInputLength: MAX_HTML, maxDepth: 100, maxChildNodes: 5_000 },
  selectors: [
    { selector: 'img', format: 'skip' },
    // What mail lists show beside the subject; in the text it would come twice.
    { selector: '.preheader', format: 'skip' },
    { selector: 'td', format: 'inlineSurround', options: { suffix: ' ' } },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
  ],
});

/** The plain-text part of a mail whose template has none: links behind their words, pictures left out, lines of 78 characters. */
export const plainTextOf = (html: string): string => convert(html.slice(0, MAX_HTML)).trim();
