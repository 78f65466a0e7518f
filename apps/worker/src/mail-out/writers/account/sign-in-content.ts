import { accountToken } from '@cueline/database';
import { readableAddress } from '@cueline/workflows/locale';
import type { DueAccountMail } from '@cueline/database';
import { harmlessName } from './harmless-name.js';
import type { PlatformContent } from './platform-mail.js';

interface Where {
  readonly secret: string;
  readonly publicUrl: string;
}

const roles: Readonly<Record<string, string>> = { owner: 'an owner', admin: 'an admin', member: 'a member' };

/** What a person reads about the own sign-in. */
export function signInContent(mail: DueAccountMail, where: Where): PlatformContent {
  const { lines, ...content } = contents[mail.purpose](mail, where);
  const name = harmlessName(mail.greeting ?? '', '');
  return { ...content, lines: [name ? `Hello ${name},` : 'Hello,', ...lines] };
}

const contents: Readonly<
  Record<DueAccountMail['purpose'], (mail: DueAccountMail, where: Where) => PlatformContent>
> = {
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
