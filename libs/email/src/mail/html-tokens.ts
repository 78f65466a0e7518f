import { decodeHTML } from 'entities';

export type HtmlToken =
  | { readonly is: 'text'; readonly text: string }
  | {
      readonly is: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** Where its tag begins in the document. */
      readonly at: number;
    }
  | { readonly is: 'close'; readonly name: string };

/** Their content is no text for readers, and ends at their own closing tag alone (HTML standard, 13.2.5.2 to 13.2.5.4). */
const rawTags = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes']);
/** What is asked of attributes is asked of few. */
const KEPT = new Set(['class', 'href', 'id', 'name', 'start', 'style', 'type']);
const tagName = /[a-z][^\s/>]*/iy;
const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;
const tagEnd = /[^>]*>/y;

/**
 * The tags and texts of an HTML document in its order, without a tree: what is never closed, closed twice or nested a thousand deep costs no more than
 * its characters. What begins and never ends (a comment, a tag, a quote) takes the rest with it, as it does in a browser.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  let textFrom = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    const next = markupAt(html, open);
    if (!next) {
      at = open + 1;
      continue;
    }
    if (open > textFrom) yield { is: 'text', text: decodeHTML(html.slice(textFrom, open)) };
    if (next.token) yield next.token;
    at = textFrom = next.end;
  }
  if (textFrom < html.length) yield { is: 'text', text: decodeHTML(html.slice(textFrom)) };
}

interface Markup {
  readonly token?: HtmlToken;
  readonly end: number;
}

/** @returns undefined where the `<` is one of the text */
function markupAt(html: string, open: number): Markup | undefined {
  const first = html[open + 1] ?? '';
  if (html.startsWith('<!--', open)) return { end: endOf(html, '-->', open + 2) };
  if (first === '!' || first === '?') return { end: endOf(html, '>', open + 1) };
  const closing = first === '/';
  tagName.lastIndex = open + (closing ? 2 : 1);
  const name = tagName.exec(html)?.[0].toLowerCase();
  if (name === undefined) return closing ? { end: endOf(html, '>', open + 1) } : undefined;
  const { attributes, end } = attributesFrom(html, tagName.lastIndex);
  if (closing) return { token: { is: 'close', name }, end };
  return {
    token: { is: 'open', name, attributes, at: open },
    end: rawTags.has(name) ? rawEnd(html, name, end) : end,
  };
}

function attributesFrom(html: string, from: number) {
  const attributes = new Map<string, string>();
  attribute.lastIndex = from;
  for (let match, end = from; ; end = attribute.lastIndex) {
    match = attribute.exec(html);
    if (match) {
      const name = match[1]!.toLowerCase();
      if (KEPT.has(name) && !attributes.has(name))
        attributes.set(name, decodeHTML(match[2] ?? match[3] ?? match[4] ?? ''));
      continue;
    }
    tagEnd.lastIndex = end;
    return { attributes, end: tagEnd.test(html) ? tagEnd.lastIndex : html.length };
  }
}

function endOf(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

function rawEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found ? found.index : html.length;
}
