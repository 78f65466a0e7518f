import { htmlTokens } from '../../mail/html-tokens.js';

/** What is looked at of a mail's HTML. */
const MOST = 400_000;

type Attributes = ReadonlyMap<string, string>;
const has = (attributes: Attributes, name: string, value: RegExp): boolean =>
  value.test(attributes.get(name) ?? '');

/** Elements that hold what is quoted: Gmail, Apple Mail and Thunderbird, Yahoo, Proton, GMX and web.de, Zoho. */
const isContainer = (name: string, attributes: Attributes): boolean =>
  has(
    attributes,
    'class',
    /(?:^|\s)(?:gmail_quote|yahoo_quoted|protonmail_quote|zmail_extra|gmx_quote)(?:\s|$)/i,
  ) ||
  (name === 'blockquote' && has(attributes, 'type', /^cite$/i)) ||
  (name === 'div' && has(attributes, 'name', /^quote$/i));
/** The line before a quotation that follows in an element of its own. */
const isPrefix = (attributes: Attributes): boolean =>
  has(attributes, 'class', /(?:^|\s)(?:gmail_attr|moz-cite-prefix)(?:\s|$)/i);
/** After these Outlook quotes to the end, without an element around it. */
const isRest = (name: string, attributes: Attributes): boolean =>
  has(
    attributes,
    'id',
    /^(?:x_)*(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION)$/i,
  ) ||
  has(attributes, 'class', /(?:^|\s)ms-outlook-mobile-reference-message(?:\s|$)/i) ||
  (name === 'div' &&
    has(
      attributes,
      'style',
      /border:\s*none;\s*border-top:\s*solid\s+#?[\da-z]+\s+1\.0pt;\s*padding:\s*3\.0pt/i,
    ));

export interface HtmlSplit {
  /** The HTML before what it quotes. */
  readonly own: string;
  /** And from there on. */
  readonly quoted: string;
}

/**
 * A mail's HTML before the first element that its program quotes in; undefined where there is none, or where text follows what it quotes: an answer below or in between.
 */
export function splitHtml(html: string): HtmlSplit | undefined {
  if (html.length > MOST) return undefined;
  const quote = new Quote();
  for (const token of htmlTokens(html)) {
    if (quote.start < 0) {
      if (token.is !== 'open') continue;
      const { name, attributes, at } = token;
      if (isRest(name, attributes)) return cutAt(html, at);
      if (isContainer(name, attributes)) quote.begin(name, at, false);
      else if (isPrefix(attributes)) quote.begin(name, at, true);
    } else if (token.is === 'text') {
      if (token.text.trim() !== '' && quote.isOutside) return undefined;
    } else quote.take(token.name, token.is === 'open');
  }
  return quote.start < 0 || quote.isWithoutText ? undefined : cutAt(html, quote.start);
}

const cutAt = (html: string, at: number): HtmlSplit => ({ own: html.slice(0, at), quoted: html.slice(at) });

/** What is open of a quotation while its document is read. */
class Quote {
  start = -1;
  #element = '';
  #depth = 0;
  #blockquotes = 0;
  #hadBlockquote = false;
  #isPrefix = false;

  begin(name: string, at: number, isPrefix: boolean): void {
    this.start = at;
    [this.#element, this.#isPrefix] = [name, isPrefix];
    this.take(name, true);
  }

  take(name: string, opens: boolean): void {
    const change = opens ? 1 : -1;
    if (name === this.#element) this.#depth = Math.max(0, this.#depth + change);
    if (name !== 'blockquote') return;
    this.#blockquotes = Math.max(0, this.#blockquotes + change);
    this.#hadBlockquote = true;
  }

  /** A text here is the answerer's: below the quotation, or between two pieces of it. */
  get isOutside(): boolean {
    return this.#blockquotes === 0 && (this.#hadBlockquote || (this.#depth === 0 && !this.#isPrefix));
  }

  /** The line before a quotation that never came. */
  get isWithoutText(): boolean {
    return this.#isPrefix && !this.#hadBlockquote;
  }
}
