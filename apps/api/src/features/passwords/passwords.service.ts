import { Inject, Injectable } from '@nestjs/common';
import type { accounts } from '@cueline/contracts';
import { readAccountToken } from '@cueline/database';
import { readableAddress } from '@cueline/workflows/locale';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Caller } from '../../platform/auth/caller.js';
import type { ClientPlace } from '../../platform/auth/client-place.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { limits } from '../../platform/limits/limits.js';
import { RateLimits } from '../../platform/limits/rate-limits.js';
import { invalid, ProblemError } from '../../platform/problems/problem-error.js';
import { SignIns } from '../../platform/auth/sign-ins.js';
import { PasswordsRepository, type ResetRow } from './passwords.repository.js';

const RESET_MS = 3_600_000;

@Injectable()
export class PasswordsService {
  constructor(
    private readonly repository: PasswordsRepository,
    private readonly limits: RateLimits,
    private readonly signIns: SignIns,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async change({ user }: Caller, { currentPassword, newPassword }: accounts.PasswordChange) {
    const { userId, sessionId } = user!;
    const counted = { limit: limits.changePassword, of: userId };
    await this.limits.count(counted);
    const current = await this.repository.passwordHash(userId);
    if (!current || !(await verifyPassword({ hash: current, password: currentPassword })))
      throw invalid([
        {
          pointer: '/currentPassword',
          detail: { en: 'This is not your current password.', de: 'Das ist nicht dein jetziges Passwort.' },
        },
      ]);
    await this.limits.forget(counted);
    return this.repository.change(userId, sessionId, current, await hashPassword(newPassword));
  }

  /** No account is looked up here: the worker does, when it comes to write the mail. */
  async request({ place }: ClientPlace, email: string): Promise<{ detail: string }> {
    await this.limits.count(
      { limit: limits.resetOfAccount, of: email },
      { limit: limits.resetFromPlace, of: place },
    );
    await this.repository.request(email, new Date(Date.now() + RESET_MS));
    return {
      detail: {
        en: `If there is an account for ${readableAddress(email)}, an email with a link is on its way. The link works for one hour.`,
        de: `Wenn es für ${readableAddress(email)} ein Konto gibt, ist eine E-Mail mit einem Link unterwegs. Der Link gilt eine Stunde.`,
      }[replyLanguage()],
    };
  }

  async open(from: ClientPlace, token: string): Promise<accounts.OpenReset> {
    const { id, expiresAt } = await this.#read(from, token);
    return view(openOne(await this.repository.find(id), expiresAt));
  }

  async reset(
    from: ClientPlace,
    { token, password }: { readonly token: string; readonly password: string },
  ): Promise<accounts.OpenReset & { cookie: string }> {
    const { id, expiresAt } = await this.#read(from, token);
    openOne(await this.repository.find(id), expiresAt);
    const hash = await hashPassword(password);
    const row = await this.repository.reset(id, hash, (locked) => openOne(locked, expiresAt));
    return { ...view(row), cookie: await this.signIns.proven(row.email) };
  }

  async #read({ place }: ClientPlace, token: string) {
    const counted = { limit: limits.linkFromPlace, of: place };
    await this.limits.count(counted);
    const link = readAccountToken(this.configuration.CUELINE_SECRET, 'passwordReset', token);
    if (!link)
      throw gone(
        'This link is not complete. Open it from the email again, or copy its whole address.',
        'Dieser Link ist nicht vollständig. Öffne ihn noch einmal aus der E-Mail oder kopiere seine ganze Adresse.',
      );
    await this.limits.takeBack(counted);
    return link;
  }
}

const gone = (en: string, de: string) => new ProblemError('link.invalid', { en, de });

/** @throws ProblemError saying why this link sets no password */
function openOne(row: ResetRow | null, expiresAt: Date): ResetRow {
  if (!row?.userId || row.expiresAt.getTime() !== expiresAt.getTime())
    throw gone(
      'This link is not valid any more. Ask for a new one.',
      'Dieser Link gilt nicht mehr. Fordere einen neuen an.',
    );
  if (row.ending === 'used')
    throw gone(
      'This link was used already. Ask for a new one to set another password.',
      'Dieser Link wurde schon benutzt. Fordere einen neuen an, um ein anderes Passwort zu setzen.',
    );
  if (row.ending === 'replaced')
    throw gone(
      'A newer link was sent to you. Open the newest email.',
      'Du hast einen neueren Link bekommen. Öffne die neueste E-Mail.',
    );
  if (row.ending)
    throw gone(
      'The password was changed meanwhile. Ask for a new link to set another.',
      'Das Passwort wurde inzwischen geändert. Fordere einen neuen Link an, um ein anderes zu setzen.',
    );
  if (row.expiresAt <= new Date())
    throw gone(
      'This link has expired: it works for one hour. Ask for a new one.',
      'Dieser Link ist abgelaufen: Er gilt eine Stunde. Fordere einen neuen an.',
    );
  return row;
}

const view = ({ email, expiresAt }: ResetRow): accounts.OpenReset => ({
  email: readableAddress(email),
  expiresAt: expiresAt.toISOString(),
});
