import { escapeHtml } from '../templates/language/escape.js';

export interface UnsubscribeWays {
  /** The page, which takes a POST without a sign-in as well. */
  readonly url: string;
  /** Who reads mail that asks for it, and what its subject has to be. */
  readonly mailto: { readonly address: string; readonly subject: string };
}

export interface FooterReader {
  /** BCP 47 */
  readonly locale: string;
  /** Who sends: the brand's name. */
  readonly sender: string;
}

/** RFC 2369 and RFC 8058: the address on the web stands first, since readers take the first that they know. */
export const unsubscribeHeaders = ({ url, mailto }: UnsubscribeWays): Readonly<Record<string, string>> => ({
  'List-Unsubscribe': `<${url}>, <mailto:${encodeURIComponent(mailto.address).replaceAll('%40', '@')}?subject=${encodeURIComponent(mailto.subject)}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

const texts = {
  en: {
    why: (sender: string) => `You receive this marketing email from ${sender}.`,
    action: 'Unsubscribe',
  },
  de: {
    why: (sender: string) => `Du bekommst diese Werbe-E-Mail von ${sender}.`,
    action: 'Abbestellen',
  },
} as const;
const textsOf = (locale: string) => (/^de\b/i.test(locale) ? texts.de : texts.en);

/** A visible way out below a marketing mail, whatever its template says. */
export function withUnsubscribeFooter<Mail extends { readonly html: string; readonly text: string }>(
  mail: Mail,
  url: string,
  { locale, sender }: FooterReader,
): Mail {
  const { why, action } = textsOf(locale);
  const style =
    'margin:0;padding:16px 12px 24px;text-align:center;font:13px/1.5 Arial,sans-serif;color:#6b7080';
  const link = `<a href="${escapeHtml(url)}" style="color:#6b7080;text-decoration:underline">${action}</a>`;
  const footer = `<p style="${style}">${escapeHtml(why(sender))} ${link}</p>\n`;
  const end = mail.html.toLowerCase().lastIndexOf('</body>');
  const at = end < 0 ? mail.html.length : end;
  return {
    ...mail,
    html: `${mail.html.slice(0, at)}${footer}${mail.html.slice(at)}`,
    text: `${mail.text.trimEnd()}\n\n-- \n${why(sender)}\n${action}: ${url}\n`,
  };
}
