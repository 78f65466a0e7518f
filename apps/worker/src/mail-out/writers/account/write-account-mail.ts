import { accountToken } from '@cueline/database';
import { brandLayout, escapeHtml } from '@cueline/email';
import { readableAddress } from '@cueline/workflows/locale';
import type { DueAccountMail } from './account-mails.repository.js';
import { harmlessName } from './harmless-name.js';

interface Written {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

interface Content {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly action?: { readonly label: string; readonly link: string };
  readonly after: readonly string[];
}

interface Where {
  readonly secret: string;
  readonly publicUrl: string;
}

const brand = { name: 'Cueline', color: '#4350d6', signature: '' };
const roles: Readonly<Record<string, string>> = { owner: 'an owner', admin: 'an admin', member: 'a member' };

/** A mail about a sign-in, in HTML and in plain text. */
export function writeAccountMail(mail: DueAccountMail, where: Where): Written {
  const { subject, lines, action, after } = contents[mail.purpose](mail, where);
  const name = harmlessName(mail.greeting ?? '', '');
  const before = [name ? `Hello ${name},` : 'Hello,', ...lines];
  const paragraph = (line: string) => `<p>${escapeHtml(line)}</p>`;
  const button = action
    ? [
        `<p style="margin:24px 0"><a href="${escapeHtml(action.link)}" style="display:inline-block;background:${brand.color};color:#ffffff;text-decoration:none;padding:12px 20px;border-radius:6px;font-weight:600">${escapeHtml(action.label)}</a></p>`,
        `<p style="font-size:13px;color:#5f6470">If the button does not work, copy this address into your browser:<br><span style="word-break:break-all">${escapeHtml(action.link)}</span></p>`,
      ]
    : [];
  const html = [...before.map(paragraph), ...button, ...after.map(paragraph)].join('\n');
  const text = [...before, ...(action ? [`${action.label}:\n${action.link}`] : []), ...after].join('\n\n');
  return { subject, html: brandLayout(brand, { html, preheader: '', subject }), text: `${text}\n` };
}

const contents: Readonly<Record<DueAccountMail['purpose'], (mail: DueAccountMail, where: Where) => Content>> =
  {
    invitation: (mail, where) => {
      const studio = harmlessName(mail.studio ?? '', 'a studio');
      const inviter = harmlessName(mail.invitedBy ?? '', 'Somebody');
      return {
        subject: `${inviter} invites you to ${studio} on Cueline`,
        lines: [
          `${inviter} invites you to work in ${studio} as ${roles[mail.role ?? ''] ?? 'a member'}. Cueline is where ${studio} runs its client emails and tasks.`,
        ],
        action: { label: 'See the invitation', link: linkOf('/invitation', 'invitation', mail, where) },
        after: [
          `The link is for ${readableAddress(mail.toAddress)} alone and works for 7 days. Nobody but you sets your password.`,
          'If you did not expect this, do nothing: no account is made.',
        ],
      };
    },
    passwordReset: (mail, where) => ({
      subject: 'Set a new password for Cueline',
      lines: [`Somebody asked to set a new password for ${readableAddress(mail.toAddress)}.`],
      action: { label: 'Set a new password', link: linkOf('/reset-password', 'passwordReset', mail, where) },
      after: [
        'The link works once, and for one hour.',
        'If it was not you, do nothing: your password stays as it is.',
      ],
    }),
    passwordChanged: ({ toAddress }, { publicUrl }) => ({
      subject: 'Your Cueline password was changed',
      lines: [
        `The password of ${readableAddress(toAddress)} was just changed, and the other devices were signed out.`,
        'If it was you, there is nothing to do.',
      ],
      action: { label: 'It was not me: set a new password', link: `${publicUrl}/forgot-password` },
      after: [],
    }),
  };

/** After the #, so that the token is in no server's log and in no Referer. */
function linkOf(
  page: string,
  purpose: 'invitation' | 'passwordReset',
  { linkId, linkExpiresAt }: DueAccountMail,
  { secret, publicUrl }: Where,
): string {
  return `${publicUrl}${page}#token=${accountToken(secret, purpose, { id: linkId!, expiresAt: linkExpiresAt! })}`;
}
