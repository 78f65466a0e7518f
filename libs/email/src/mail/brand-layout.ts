import { escapeHtml } from '../templates/language/escape.js';
import { isSafeAddress } from '../templates/language/address.js';
import type { Value } from '../templates/language/value.js';
import { brandColors } from './brand-colors.js';

export interface BrandStyle {
  readonly name: string;
  /** #rrggbb */
  readonly color: string;
  /** Plain text; line breaks are kept. */
  readonly signature: string;
  /** BCP 47: readers' voices, hyphenation and translation offers go by it. */
  readonly locale?: string;
  /** Shown instead of the name, which stands in for it where images are off. */
  readonly logoUrl?: string | null;
  /** What the law wants below a mail: who sends it, from where. Plain text; line breaks are kept. */
  readonly legalFooter?: string;
  /** Where uploaded images are served, without a slash at its end. */
  readonly filesUrl?: string;
}

export interface MailContent {
  readonly html: string;
  readonly preheader: string;
  readonly subject: string;
  /** Its signature is one of its blocks. */
  readonly ofBlocks?: boolean;
}

const languageOf = (locale = 'en') => (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(locale) ? locale : 'en');
const lines = (text: string) => escapeHtml(text.trim()).replace(/\r?\n/g, '<br>');
const FONT = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** What blocks need of their brand while they are filled in. */
export function layoutData({ color, signature, filesUrl = '' }: BrandStyle): Value {
  const { color: ground, ink, link } = brandColors(color);
  return { color: ground, ink, link, signature: signature.trim(), files: filesUrl };
}

function head({ name, color, logoUrl }: BrandStyle): string {
  const { link } = brandColors(color);
  const shown =
    logoUrl && /^https:/i.test(logoUrl) && isSafeAddress(escapeHtml(logoUrl))
      ? `<img src="${escapeHtml(logoUrl)}" alt="${escapeHtml(name)}" height="40" style="border:0;height:40px;width:auto;max-width:280px">`
      : escapeHtml(name);
  return `<tr><td class="brand" style="padding:0 4px 12px;font:600 15px/1.4 ${FONT};color:${link}">${shown}</td></tr>`;
}

/** Dark colors for readers that follow the choice of their system; others keep the light ones, written beside each block. */
const styleSheet = (
  darkLink: string,
): string => `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .column { display: block !important; width: 100% !important; padding: 0 !important; box-sizing: border-box; }
}
@media (prefers-color-scheme: dark) {
  .page { background: #17181c !important; }
  .card { background: #22242a !important; color: #e8e9ec !important; }
  .card p, .card td, .card li, .card h1, .card h2, .card h3 { color: #e8e9ec !important; }
  .card .details { background: #2c2f37 !important; }
  .card .details .label, .card p.signature, .legal { color: #a9adb8 !important; }
  .card .rule { border-top-color: #434752 !important; }
  .card a { color: ${darkLink}; }
  .card a.link, .brand { color: ${darkLink} !important; }
}`;

/**
 * A template's HTML inside the brand's frame: tables and inline styles for old readers, readable on a phone and in dark mode. A template
 * that is a whole document of its own is left as it is.
 */
export function brandLayout(brand: BrandStyle, content: MailContent): string {
  if (!content.ofBlocks && /<html[\s>]/i.test(content.html)) return content.html;
  const { color, darkLink } = brandColors(brand.color);
  const signature =
    brand.signature && !content.ofBlocks
      ? `<p class="signature" style="margin:28px 0 0;color:#5f6470">${lines(brand.signature)}</p>`
      : '';
  const preheader = content.preheader
    ? `<div class="preheader" style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(content.preheader)}</div>`
    : '';
  const legal = brand.legalFooter?.trim()
    ? `\n<tr><td class="legal" style="padding:16px 4px 0;font:12px/1.5 ${FONT};color:#5f6470">${lines(brand.legalFooter)}</td></tr>`
    : '';
  return `<!doctype html>
<html lang="${languageOf(brand.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(content.subject)}</title>
<style>
${styleSheet(darkLink)}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f7">
${preheader}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" style="background:#f3f4f7">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;text-align:left">
${head(brand)}
<tr><td class="card" style="background:#ffffff;border-top:4px solid ${color};border-radius:8px;padding:28px 28px 32px;font:16px/1.6 ${FONT};color:#1f2228">
${content.html}
${signature}
</td></tr>${legal}
</table>
</td></tr>
</table>
</body>
</html>
`;
}
