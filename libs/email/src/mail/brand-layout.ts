import { escapeHtml } from '../templates/language/escape.js';

export interface BrandStyle {
  readonly name: string;
  /** #rrggbb */
  readonly color: string;
  /** Plain text; line breaks are kept. */
  readonly signature: string;
  /** BCP 47: readers' voices, hyphenation and translation offers go by it. */
  readonly locale?: string;
}

const colorPattern = /^#[0-9a-f]{6}$/i;
const languageOf = (locale = 'en') => (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(locale) ? locale : 'en');
const lines = (text: string) => escapeHtml(text).replace(/\r?\n/g, '<br>');

/**
 * A template's HTML inside the brand's frame: tables and inline styles for old readers, readable on a phone and in dark mode. A template
 * that is a whole document of its own is left as it is.
 */
export function brandLayout(
  brand: BrandStyle,
  content: { readonly html: string; readonly preheader: string; readonly subject: string },
): string {
  if (/<html[\s>]/i.test(content.html)) return content.html;
  const color = colorPattern.test(brand.color) ? brand.color : '#3b5bdb';
  const signature = brand.signature
    ? `<p style="margin:28px 0 0;color:#5f6470">${lines(brand.signature)}</p>`
    : '';
  const preheader = content.preheader
    ? `<div class="preheader" style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(content.preheader)}</div>`
    : '';
  return `<!doctype html>
<html lang="${languageOf(brand.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(content.subject)}</title>
<style>
@media (prefers-color-scheme: dark) {
  .page { background: #17181c !important; }
  .card { background: #22242a !important; color: #e8e9ec !important; }
  .card p, .card td, .card li, .card h1, .card h2 { color: #e8e9ec !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f7">
${preheader}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" style="background:#f3f4f7">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px">
<tr><td style="padding:0 4px 12px;font:600 15px/1.4 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:${color}">${escapeHtml(brand.name)}</td></tr>
<tr><td class="card" style="background:#ffffff;border-top:4px solid ${color};border-radius:8px;padding:28px 28px 32px;font:16px/1.6 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1f2228">
${content.html}
${signature}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}
