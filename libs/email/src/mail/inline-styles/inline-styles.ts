import { inline } from '@css-inline/css-inline';
import { nestingOf } from './nesting.js';
import { winningRules, type StyleSheetSize } from './winning-rules.js';

/** Of the library's work, whose time grows with elements, selectors and what each sets: some 50 ms. */
const MOST_WORK = 20_000_000;
/** The library walks a tree by its own stack. */
const DEEPEST = 200;
const MOST_STRAYS = 20;
const STYLE_END = /<\/style(?=[\s/>])/gi;
const DOCTYPE = /^\s*<!doctype[^>]*>/i;

/**
 * HTML whose style sheets stand beside the elements that they are about, since many readers drop a sheet. What no element can carry (phones, dark mode, pointers, fonts) stays in one,
 * and wins. Loads nothing. A document that would take too long keeps its sheets, as does one without any.
 */
export function inlineStyles(html: string): string {
  const sheets: StyleSheetSize[] = [];
  const prepared = withSheets(revealed(html), (css) => {
    const { css: winning, size } = winningRules(css);
    sheets.push(size);
    return winning;
  });
  if (sheets.length === 0 || !isWithin(prepared, sheets)) return html;
  const inlined = inline(prepared, {
    keepAtRules: true,
    removeInlinedSelectors: true,
    keepLinkTags: true,
    loadRemoteStylesheets: false,
  });
  // The library writes the short one, by which some readers lay tables out otherwise.
  const doctype = DOCTYPE.exec(html)?.[0];
  return doctype ? inlined.replace(DOCTYPE, () => doctype) : inlined;
}

/** Outlook's conditions around what others show, in the form that an HTML parser leaves alone. */
const revealed = (html: string): string =>
  html
    .replace(/<!\[if ([^\]<>]{1,100})\]>(?!<!-->)/gi, '<!--[if $1]><!-->')
    .replace(/(?<!<!--)<!\[endif\]>(?!-->)/gi, '<!--<![endif]-->');

/** Each style sheet within the document written anew; the `media` of its tag becomes a condition of its own. */
function withSheets(html: string, change: (css: string) => string): string {
  let written = '';
  let at = 0;
  for (const match of html.matchAll(/<style(?=[\s>])/gi)) {
    if (match.index < at) continue;
    const open = html.indexOf('>', match.index);
    STYLE_END.lastIndex = open;
    const close = open < 0 ? undefined : STYLE_END.exec(html)?.index;
    if (close === undefined) break;
    const attributes = html.slice(match.index + match[0].length, open);
    const media = /\smedia\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes);
    const condition = (media?.[1] ?? media?.[2] ?? media?.[3] ?? '').trim();
    const css = html.slice(open + 1, close);
    const isAlways = /^(?:all|screen|)$/i.test(condition);
    written += `${html.slice(at, match.index)}<style${media ? attributes.replace(media[0], '') : attributes}>`;
    written += change(isAlways ? css : `@media ${condition} {${css}}`);
    at = close;
  }
  return written + html.slice(at);
}

function isWithin(html: string, sheets: readonly StyleSheetSize[]): boolean {
  const { elements, depth, strays, isForeign } = nestingOf(html);
  if (isForeign || depth > DEEPEST || strays > MOST_STRAYS) return false;
  const selectors = sheets.reduce((sum, sheet) => sum + sheet.selectors, 0);
  const declarations = sheets.reduce((sum, sheet) => sum + sheet.declarations, 0);
  const properties = new Set(sheets.flatMap((sheet) => [...sheet.properties])).size;
  return elements * (selectors * 20 + declarations * properties) <= MOST_WORK;
}
