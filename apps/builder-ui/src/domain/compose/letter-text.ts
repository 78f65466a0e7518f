/** A web address in a text, without the punctuation after it. */
const address = /\bhttps?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g;
/** What a template fills in stays as it is written. */
const tag = /\{\{.*?\}\}|\{%.*?%\}/gs;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Escapes what stands around merge fields. */
function escapeAround(line: string): string {
  let html = '';
  let at = 0;
  for (const match of line.matchAll(tag)) {
    html += withLinks(line.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return html + withLinks(line.slice(at));
}

function withLinks(text: string): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(address)) {
    const link = escape(match[0]);
    html += `${escape(text.slice(at, match.index))}<a href="${link}">${link}</a>`;
    at = match.index + match[0].length;
  }
  return html + escape(text.slice(at));
}

const item = /^[-*•] +/;

function paragraph(text: string): string {
  const lines = text.split('\n');
  if (lines.every((line) => item.test(line)))
    return `<ul>\n${lines.map((line) => `<li>${escapeAround(line.replace(item, ''))}</li>`).join('\n')}\n</ul>`;
  return `<p>${lines.map(escapeAround).join('<br>\n')}</p>`;
}

/** What a person types as an email: blank lines part paragraphs, lines with a dash are a list, web addresses are links. */
export const htmlOfText = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(paragraph)
    .join('\n');

const unescape = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** The text that `htmlOfText` makes this of; null for HTML that is more than a text. */
export function textOfHtml(html: string): string | null {
  const text = unescape(
    html
      .replaceAll('<br>\n', '\n')
      .replaceAll('</p>\n<', '</p>\n\n<')
      .replaceAll('</ul>\n<', '</ul>\n\n<')
      .replaceAll(/<ul>\n|\n<\/ul>|<\/?p>|<\/li>|<\/?a(?: href="[^"]*")?>/g, '')
      .replaceAll('<li>', '- '),
  );
  return htmlOfText(text) === html ? text : null;
}
