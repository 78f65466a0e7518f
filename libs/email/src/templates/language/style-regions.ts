/** A stretch whose braces are not ours: the inside of a style sheet, a script or an HTML comment. */
export interface Region {
  readonly name: 'style' | 'script' | '!--';
  readonly start: number;
  readonly end: number;
}

const edges = /<(\/?)(style|script)(?=[\s/>])[^<>]{0,1000}>?|<!--|-->/gi;

/**
 * Style sheets, scripts and comments, in order. Style sheets within comments count: that is how mails speak to Outlook
 * (`<!--[if mso]><style>…`). One that is never closed is none.
 */
export function regionsOf(source: string): Region[] {
  if (!/<!--|<style|<script/i.test(source)) return [];
  const regions: Region[] = [];
  let open: { name: 'style' | 'script'; start: number } | undefined;
  let comment = -1;
  for (const found of source.matchAll(edges)) {
    const [whole, slash, name] = found;
    const place = found.index;
    if (open) {
      if (slash !== '/' || name?.toLowerCase() !== open.name) continue;
      regions.push({ ...open, end: place });
      open = undefined;
      if (comment >= 0) comment = place;
    } else if (name) {
      if (slash === '/') continue;
      if (comment >= 0) regions.push({ name: '!--', start: comment, end: place });
      open = { name: name.toLowerCase() as 'style' | 'script', start: place + whole.length };
    } else if (whole === '<!--') comment = comment >= 0 ? comment : place;
    else if (comment >= 0) {
      regions.push({ name: '!--', start: comment, end: place + 3 });
      comment = -1;
    }
  }
  return regions;
}

/** The place after the comment that begins here; undefined where it is never closed. */
export function commentEnd(source: string, start: number): number | undefined {
  const end = source.indexOf('#}', start + 2);
  return end < 0 ? undefined : end + 2;
}

/** `{#` in a style sheet: a comment of the template, or a rule that begins with an id (`@media screen{#hero{…}}`). */
export function isCssComment(source: string, start: number, regionEnd: number): boolean {
  if (/[\s-]/.test(source[start + 2] ?? '')) return true;
  brace.lastIndex = start + 2;
  const end = brace.exec(source)?.index ?? regionEnd;
  return end < regionEnd && source[end] === '}' && source[end - 1] === '#' && end > start + 2;
}
const brace = /[{}]/g;

const blockTag = /\{%-?[\s\u00a0]*[a-z]/iy;
/** `{{` or `{%` in a style sheet: a tag, or CSS. */
export function isCssTag(source: string, start: number): boolean {
  blockTag.lastIndex = start;
  return source.startsWith('{{', start) || blockTag.test(source);
}
