/** What a document does not hold of what was pasted. */
export interface LeftOut {
  /** Pictures that are only on the computer they were copied on. */
  readonly images: number;
  /** Tables, whose texts are there one below the other. */
  readonly tables: number;
}

const OURS = 'div[data-block], span[data-field]';

/** HTML of the clipboard, from word processors and web pages, as texts, headings, lists and links. */
export function cleanHtml(html: string): { readonly html: string; readonly leftOut: LeftOut } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { body } = page;
  for (const element of body.querySelectorAll('style, script, meta, link, title, xml, template'))
    element.remove();
  removeComments(body);
  wordLists(body);
  flattenLists(body);
  const images = [...body.querySelectorAll('img')].filter((image) => !isReachable(image));
  for (const image of images) image.remove();
  const tables = [...body.querySelectorAll('table')].filter(isOfData);
  for (const cell of body.querySelectorAll('td, th')) if (!cell.closest(OURS)) toTexts(cell);
  return { html: body.innerHTML, leftOut: { images: images.length, tables: tables.length } };
}

const isReachable = (image: HTMLImageElement): boolean => /^https?:/i.test(image.getAttribute('src') ?? '');

/** Many programs use one cell for a page's layout. */
const isOfData = (table: HTMLTableElement): boolean =>
  table.rows.length > 1 && (table.rows[0]?.cells.length ?? 0) > 1;

/** Word says what it cares about between comments. */
function removeComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

/** Word's lists are paragraphs with a mark of their own in front of the text. */
function wordLists(body: HTMLElement): void {
  for (const text of body.querySelectorAll<HTMLElement>('p[style*="mso-list"]')) {
    const mark = text.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
    const ordered = /^\s*\(?[\dA-Za-z]{1,3}[.)]/.test(mark?.textContent ?? '');
    mark?.remove();
    const item = body.ownerDocument.createElement('li');
    item.append(...text.childNodes);
    const tag = ordered ? 'ol' : 'ul';
    const before = text.previousElementSibling;
    const goesOn = before?.tagName.toLowerCase() === tag && before.hasAttribute('data-word');
    const list = goesOn ? before : body.ownerDocument.createElement(tag);
    list.setAttribute('data-word', '');
    list.append(item);
    if (goesOn) text.remove();
    else text.replaceWith(list);
  }
}

/** A document's lists have one level; an item is one text. */
function flattenLists(body: HTMLElement): void {
  for (const nested of [...body.querySelectorAll('li ul, li ol')]) {
    const item = nested.closest('ul li, ol li, li');
    const outer = nested.parentElement?.closest('li') ?? item;
    outer?.after(...nested.children);
    nested.remove();
  }
  for (const text of body.querySelectorAll('li p, li div'))
    if (!text.matches(OURS)) {
      if (text.previousSibling?.textContent?.trim()) text.before(body.ownerDocument.createElement('br'));
      text.replaceWith(...text.childNodes);
    }
}

function toTexts(cell: Element): void {
  if (cell.querySelector('p, div, ul, ol, h1, h2, h3, h4, h5, h6, table')) return;
  const text = cell.ownerDocument.createElement('p');
  text.append(...cell.childNodes);
  if (text.textContent?.trim()) cell.append(text);
}
