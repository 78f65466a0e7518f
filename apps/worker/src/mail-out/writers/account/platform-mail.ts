import { createHash } from 'node:crypto';
import { brandLayout, escapeHtml, messageIdOf } from '@cueline/email';
import { automaticHeaders, composeMail, type SendOutcome } from '@cueline/email/smtp';
import type { Transports } from '../../transports/transports.js';

const brand = { name: 'Cueline', color: '#4350d6', signature: '' };

/** A mail from the platform itself, for one reader. */
export interface PlatformMail {
  readonly to: string;
  /** What makes it this mail and no other: it has the same Message-ID whenever it is tried. */
  readonly key: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface PlatformContent {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly action: { readonly label: string; readonly link: string };
  readonly after: readonly string[];
}

/** The same content in HTML and in plain text. */
export function layOut({ subject, lines, action, after }: PlatformContent): Omit<PlatformMail, 'to' | 'key'> {
  const paragraph = (line: string) => `<p>${escapeHtml(line)}</p>`;
  const link = escapeHtml(action.link);
  const html = [
    ...lines.map(paragraph),
    `<p style="margin:24px 0"><a href="${link}" style="display:inline-block;background:${brand.color};color:#ffffff;text-decoration:none;padding:12px 20px;border-radius:6px;font-weight:600">${escapeHtml(action.label)}</a></p>`,
    `<p style="font-size:13px;color:#5f6470">If the button does not work, copy this address into your browser:<br><span style="word-break:break-all">${link}</span></p>`,
    ...after.map(paragraph),
  ].join('\n');
  const text = [...lines, `${action.label}:\n${action.link}`, ...after].join('\n\n');
  return { subject, html: brandLayout(brand, { html, preheader: '', subject }), text: `${text}\n` };
}

export interface PlatformPorts {
  readonly transports: Transports;
  readonly platformDomain: string;
}

/** @param isWanted asked when the server waits for the message */
export async function sendFromPlatform(
  { transports, platformDomain }: PlatformPorts,
  { to, key, subject, html, text }: PlatformMail,
  date: Date,
  isWanted: () => Promise<boolean>,
): Promise<SendOutcome> {
  const from = { name: 'Cueline', address: `no-reply@${platformDomain}` };
  const id = createHash('sha256').update(JSON.stringify(key)).digest('hex');
  const message = await composeMail({
    from,
    to: { name: '', address: to },
    subject,
    html,
    text,
    messageId: messageIdOf(id, platformDomain),
    date,
    headers: automaticHeaders,
  });
  const envelope = { from: from.address, to };
  return transports.platform.deliver({ envelope, message, onHandOver: isWanted });
}
