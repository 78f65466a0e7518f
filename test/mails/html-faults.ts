import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** What may be left out of tables, and is put in by every reader. */
const implied = new Set(['tbody', 'colgroup']);

export interface ReadMail {
  /** What is wrong with its HTML, in the words of a person who has to fix it. */
  readonly faults: readonly string[];
  readonly links: readonly string[];
  /** Its text as far as it is seen, on one line. */
  readonly seen: string;
}

/** Reads a mail's HTML as a browser does, and names what a browser had to put right, and what readers with other senses miss. */
export function readHtml(html: string): ReadMail {
  const faults: string[] = [];
  const links: string[] = [];
  const words: string[] = [];
  const ids = new Set<string>();
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`),
  });

  const element = (node: Tree.Element): void => {
    const { tagName: tag, sourceCodeLocation: at } = node;
    const has = new Map(node.attrs.map(({ name, value }) => [name, value]));
    const fault = (what: string) => faults.push(`<${tag}> ${what}`);
    if (!at) {
      if (!implied.has(tag)) fault('was not written, but put in');
    } else if (!voids.has(tag) && !at.endTag) fault('is never closed');
    if (tag === 'html' && !has.get('lang')) fault('names no language');
    if (tag === 'title' && textOf(node).trim() === '') fault('is empty');
    if (tag === 'img' && !has.has('alt')) fault('has no alternative text');
    if (tag === 'table' && has.get('role') !== 'presentation' && !holds(node, 'th'))
      fault('is neither for the layout nor has it headings');
    if (tag === 'a' && (!has.get('href') || !namesItself(node))) fault('leads nowhere, or says not where');
    const id = has.get('id');
    if (id !== undefined && ids.has(id)) fault(`has the id ${id} of another one`);
    if (id !== undefined) ids.add(id);
    if (tag === 'a') links.push(has.get('href') ?? '');
  };
  const walk = (node: Tree.Node): void => {
    if (node.nodeName === '#text') words.push((node as Tree.TextNode).value);
    if ('tagName' in node) element(node);
    if ('tagName' in node && (node.tagName === 'head' || isPreheader(node))) {
      for (const child of node.childNodes) if ('tagName' in child) element(child);
    } else if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(document);
  for (const tag of ['title', 'body']) if (!holds(document, tag)) faults.push(`The document has no <${tag}>`);
  return { faults, links, seen: words.join(' ').replace(/\s+/g, ' ').trim() };
}

const isPreheader = ({ attrs }: Tree.Element): boolean =>
  attrs.some(({ name, value }) => name === 'class' && value === 'preheader');

const elementsOf = (node: Tree.Node): Tree.Element[] =>
  'childNodes' in node
    ? node.childNodes.flatMap((child) => [...('tagName' in child ? [child] : []), ...elementsOf(child)])
    : [];

const holds = (node: Tree.Node, tag: string): boolean =>
  elementsOf(node).some(({ tagName }) => tagName === tag);

const textOf = (node: Tree.Node): string =>
  node.nodeName === '#text'
    ? (node as Tree.TextNode).value
    : 'childNodes' in node
      ? node.childNodes.map(textOf).join('')
      : '';

/** By its words, or by those of a picture within. */
const namesItself = (link: Tree.Element): boolean =>
  textOf(link).trim() !== '' ||
  elementsOf(link).some(({ attrs }) => attrs.some(({ name, value }) => name === 'alt' && value !== ''));
