import { escapeHtml } from '../templates/language/escape.js';
import type { CaughtMail } from './mail-store.js';

/** What a caught mail says. */
export interface CaughtContent {
  readonly text: string;
  readonly html: string;
}

/** Nothing of a mail runs or loads: its HTML stands in a sandboxed frame, which takes this policy over. */
export const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'";

const frame = (title: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 860px; margin: 0 auto; padding: 24px 16px }
h1 { font-size: 22px }
ul { list-style: none; padding: 0 }
li { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
li a { display: block; padding: 10px 4px; color: inherit; text-decoration: none }
li a:hover, li a:focus-visible { background: color-mix(in srgb, currentColor 8%, transparent) }
small { opacity: .75 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
iframe { width: 100%; height: 640px; border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: 8px; background: #fff }
</style>
</head>
<body>
${body}
</body>
</html>
`;

/** The newest mails, for the operator of this machine. */
export function listPage(mails: readonly CaughtMail[], total: number): string {
  const row = ({ id, subject, to, receivedAt }: CaughtMail) =>
    `<li><a href="/mail/${id}"><strong>${escapeHtml(subject || '(no subject)')}</strong><br><small>to ${escapeHtml(to)}, ${receivedAt}</small></a></li>`;
  const rows = mails.map(row).join('\n');
  return frame(
    'Caught mails',
    `<h1>Caught mails</h1>
<p>${total === 0 ? 'No mail yet.' : `${total} on this machine, newest first.`} Nobody has received them.</p>
<ul>
${rows}
</ul>`,
  );
}

/** One mail: its text with links that can be followed, and its HTML as it looks. */
export function mailPage(
  { subject, from, to, receivedAt }: CaughtMail,
  { text, html }: CaughtContent,
): string {
  const shown = html
    ? `<h2>As it looks</h2>\n<iframe title="The mail" sandbox="" srcdoc="${escapeHtml(html)}"></iframe>`
    : '';
  return frame(
    subject,
    `<p><a href="/">All mails</a></p>
<h1>${escapeHtml(subject || '(no subject)')}</h1>
<p><small>from ${escapeHtml(from)}<br>to ${escapeHtml(to)}, ${receivedAt}</small></p>
<pre>${withLinks(text)}</pre>
${shown}`,
  );
}

const withLinks = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, n) =>
      n % 2 === 1
        ? `<a href="${escapeHtml(part)}" rel="noreferrer">${escapeHtml(part)}</a>`
        : escapeHtml(part),
    )
    .join('');
