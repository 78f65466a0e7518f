import { cutText } from '@cueline/workflows/locale';
import { htmlTokens, type HtmlToken } from './html-tokens.js';
import { TextLines } from './text-lines.js';

/** Longer HTML is cut before it is turned into text. */
const MAX_HTML = 200_000;
/** Nor does text grow longer, whatever is put before its lines. */
const MAX_TEXT = 200_000;
/** Begin and end a line; these with a blank line before and after. */
const spaced = new Set('p pre h1 h2 h3 h4 h5 h6 ul ol blockquote table hr'.split(' '));
const lines = new Set(
  (
    'address article aside body caption center dd details div dl dt fieldset figcaption figure footer form header html legend ' +
    'li main nav section summary tbody tfoot thead tr'
  ).split(' '),
);
const unseen = new Set('script style title textarea xmp iframe noembed noframes template'.split(' '));
const RULE = '-'.repeat(40);

interface Open {
  readonly name: 'ul' | 'ol' | 'li' | 'blockquote';
  /** Of the next item. */
  number: number;
}
const isList = ({ name }: Open): boolean => name === 'ul' || name === 'ol';

/**
 * The plain-text part of a mail whose template has none: links after their words, pictures left out, lines of 78 characters. It is
 * made for every mail that leaves and for every preview: a walk over the document's tags without a tree, linear in its characters.
 */
export function plainTextOf(html: string): string {
  const writer = new Writer();
  for (const token of htmlTokens(cutText(html, MAX_HTML))) {
    writer.take(token);
    if (writer.text.full) break;
  }
  return writer.end();
}

class Writer {
  readonly text = new TextLines(MAX_TEXT);
  /** What indents. A closing tag closes what was opened within, and never what lies outside; each is closed once. */
  readonly #open: Open[] = [];
  readonly #count = { list: 0, blockquote: 0 };
  #link: { readonly href: string; text: string } | undefined;
  #pre = 0;
  /** Within something that is not shown: its tag, and how often that is open. */
  #hidden: { readonly name: string; depth: number } | undefined;

  take(token: HtmlToken): void {
    if (this.#hidden) this.#skip(this.#hidden, token);
    else if (token.is === 'text') this.#say(token.text);
    else if (token.is === 'open') this.#begin(token.name, token.attributes);
    else this.#close(token.name);
  }

  end(): string {
    this.#endLink();
    return this.text.toString();
  }

  #skip(hidden: { readonly name: string; depth: number }, token: HtmlToken): void {
    if (token.is === 'text' || token.name !== hidden.name) return;
    hidden.depth += token.is === 'open' ? 1 : -1;
    if (hidden.depth === 0) this.#hidden = undefined;
  }

  #say(text: string): void {
    if (this.#link) this.#link.text += text;
    if (this.#pre > 0) this.text.preformatted(text);
    else this.text.text(text);
  }

  #begin(name: string, attributes: ReadonlyMap<string, string>): void {
    // What mail lists show beside the subject; in the text it would come twice.
    if (unseen.has(name) || attributes.get('class')?.split(/\s+/u).includes('preheader')) {
      this.#hidden = { name, depth: 1 };
      return;
    }
    this.#endLine(name);
    if (name === 'br') this.text.lineBreak();
    else if (name === 'td' || name === 'th') this.text.text(' ');
    else if (name === 'pre') this.#pre++;
    else if (name === 'li') this.#item();
    else if (name === 'blockquote') {
      this.#count.blockquote++;
      this.#indent('blockquote', '> ');
    } else if (name === 'ul' || name === 'ol') {
      this.#count.list++;
      this.#open.push({ name, number: Number.parseInt(attributes.get('start') ?? '1', 10) || 1 });
    } else if (name === 'hr') {
      this.text.text(RULE);
      this.text.end(1);
    } else if (name === 'a') {
      this.#endLink(' ');
      this.#link = { href: addressOf(attributes.get('href')), text: '' };
    }
  }

  #close(name: string): void {
    if (name === 'a') this.#endLink();
    else if (name === 'td' || name === 'th') this.text.text(' ');
    else if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
    else if (name === 'li') this.#closeItem();
    else if (name === 'blockquote' && this.#count.blockquote > 0) while (this.#pop() !== 'blockquote');
    else if ((name === 'ul' || name === 'ol') && this.#count.list > 0)
      for (let closed = this.#pop(); closed !== 'ul' && closed !== 'ol'; closed = this.#pop());
    this.#endLine(name);
  }

  #endLine(name: string): void {
    const within = this.#count.list > 0 && (name === 'ul' || name === 'ol');
    if (spaced.has(name)) this.text.end(within ? 0 : 1);
    else if (lines.has(name)) this.text.end(0);
  }

  /** An item ends where the next one begins: its own closing tag may be left out. */
  #item(): void {
    this.#closeItem();
    const list = this.#open.at(-1);
    this.#indent('li', list?.name === 'ol' ? ` ${list.number++}. ` : ' * ');
  }

  #closeItem(): void {
    for (let last = this.#open.at(-1); last && !isList(last); last = this.#open.at(-1))
      if (this.#pop() === 'li') return;
  }

  #indent(name: 'li' | 'blockquote', marker: string): void {
    this.#open.push({ name, number: 1 });
    this.text.indent(marker, name === 'blockquote');
  }

  #pop(): Open['name'] | undefined {
    const name = this.#open.pop()?.name;
    if (name === 'ul' || name === 'ol') this.#count.list--;
    else this.text.outdent();
    if (name === 'blockquote') this.#count.blockquote--;
    return name;
  }

  #endLink(then = ''): void {
    const link = this.#link;
    this.#link = undefined;
    if (link?.href && link.href !== link.text.trim()) this.text.text(` [${link.href}]${then}`);
  }
}

/** What somebody who reads the text can follow; a place within the mail itself leads nowhere. */
function addressOf(href = ''): string {
  const address = href.replace(/[\t\r\n]+/gu, '').trim();
  return address.startsWith('#') ? '' : address.replace(/^mailto:/iu, '').replace(/\s/gu, '%20');
}
