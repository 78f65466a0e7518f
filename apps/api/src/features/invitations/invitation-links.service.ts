import { Inject, Injectable } from '@nestjs/common';
import type { accounts } from '@cueline/contracts';
import { readAccountToken } from '@cueline/database';
import { readableAddress } from '@cueline/workflows/locale';
import { hashPassword } from 'better-auth/crypto';
import { SignIns } from '../../platform/auth/sign-ins.js';
import { Authentication, type SignedIn } from '../../platform/auth/authentication.js';
import type { ClientPlace } from '../../platform/auth/client-place.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { limits } from '../../platform/limits/limits.js';
import { RateLimits } from '../../platform/limits/rate-limits.js';
import { invalid, ProblemError } from '../../platform/problems/problem-error.js';
import { InvitationLinksRepository, type Linked, type NewAccount } from './invitation-links.repository.js';

@Injectable()
export class InvitationLinksService {
  constructor(
    private readonly repository: InvitationLinksRepository,
    private readonly authentication: Authentication,
    private readonly signIns: SignIns,
    private readonly limits: RateLimits,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Says what the mail says, and to whoever holds its link whether the address has an account. */
  async open(from: ClientPlace, token: string): Promise<accounts.OpenInvitation> {
    const { id, expiresAt } = await this.#read(from, token);
    const row = openOne(await this.repository.find(id), expiresAt);
    const person = await this.authentication.signedIn(from);
    return {
      studio: row.studio.name,
      invitedBy: row.invitedByName,
      email: readableAddress(row.email),
      name: row.name,
      role: row.role,
      expiresAt: row.expiresAt.toISOString(),
      needs: needsOf(row, person),
      signedInAs: person && person.email !== row.email ? readableAddress(person.email) : null,
    };
  }

  async accept(
    from: ClientPlace,
    { token, name, password }: accounts.Acceptance,
  ): Promise<accounts.Accepted & { cookies: string[] }> {
    const { id, expiresAt } = await this.#read(from, token);
    const row = openOne(await this.repository.find(id), expiresAt);
    const person = await this.authentication.signedIn(from);
    if (person && person.email !== row.email) throw otherPerson(person, row);
    const needs = needsOf(row, person);
    if (needs === 'signIn') throw signInFirst(row);
    const account = needs === 'newAccount' ? await newAccount(name, password) : null;
    const decide = (locked: Linked | null) => {
      const now = openOne(locked, expiresAt);
      // An account was made meanwhile: nobody sets its password.
      if (account && needsOf(now, person) !== 'newAccount') throw signInFirst(row);
      return now;
    };
    const { studioId, studio } = await this.repository.accept(id, row.email, account, decide);
    const cookies = account ? await this.signIns.afterLink(from, row.email, password!) : [];
    return { studioId, studio: studio.name, cookies };
  }

  async #read({ place }: ClientPlace, token: string) {
    const counted = { limit: limits.linkFromPlace, of: place };
    await this.limits.count(counted);
    const link = readAccountToken(this.configuration.CUELINE_SECRET, 'invitation', token);
    if (!link) throw incomplete();
    await this.limits.takeBack(counted);
    return link;
  }
}

/**
 * An account whose address was never proven may have been made by somebody else, with a password that only the maker knows: the link proves
 * the address, and its holder sets a password as for a new one.
 */
function needsOf({ user }: Linked, person: SignedIn | undefined): accounts.OpenInvitation['needs'] {
  if (!user?.emailVerified) return 'newAccount';
  return person?.email === user.email ? 'nothing' : 'signIn';
}

async function newAccount(name: string | undefined, password: string | undefined): Promise<NewAccount> {
  const errors = [
    ...(name === undefined
      ? [{ pointer: '/name', detail: { en: 'Say what you are called.', de: 'Sag, wie du heißt.' } }]
      : []),
    ...(password === undefined
      ? [{ pointer: '/password', detail: { en: 'Choose a password.', de: 'Wähle ein Passwort.' } }]
      : []),
  ];
  if (errors.length > 0) throw invalid(errors);
  return { name: name!, passwordHash: await hashPassword(password!) };
}

/** @throws ProblemError saying why this link opens nothing */
function openOne(row: Linked | null, expiresAt: Date): Linked {
  const gone = (en: string, de: string) => new ProblemError('link.invalid', { en, de });
  if (!row)
    throw gone(
      'This invitation is not there any more. Ask for a new one.',
      'Diese Einladung gibt es nicht mehr. Bitte um eine neue.',
    );
  if (row.ending === 'used')
    throw gone(
      `This invitation was accepted already. Sign in to open ${row.studio.name}.`,
      `Diese Einladung ist schon angenommen. Melde dich an, um ${row.studio.name} zu öffnen.`,
    );
  if (row.ending === 'revoked')
    throw gone(
      'This invitation was withdrawn. Ask the studio if that was meant.',
      'Diese Einladung wurde zurückgezogen. Frage das Studio, ob das so gemeint war.',
    );
  if (row.ending || row.expiresAt.getTime() !== expiresAt.getTime())
    throw gone(
      'A newer invitation was sent to you. Open the link in the newest email.',
      'Du hast eine neuere Einladung bekommen. Öffne den Link in der neuesten E-Mail.',
    );
  if (row.expiresAt <= new Date())
    throw gone(
      `This invitation has expired. Ask ${row.invitedByName} for a new one.`,
      `Diese Einladung ist abgelaufen. Bitte ${row.invitedByName} um eine neue.`,
    );
  return row;
}

const incomplete = () =>
  new ProblemError('link.invalid', {
    en: 'This link is not complete. Open it from the email again, or copy its whole address.',
    de: 'Dieser Link ist nicht vollständig. Öffne ihn noch einmal aus der E-Mail oder kopiere seine ganze Adresse.',
  });

const signInFirst = ({ email }: Linked) =>
  new ProblemError('invitation.signIn', {
    en: `There is an account for ${readableAddress(email)}. Sign in with it to accept.`,
    de: `Für ${readableAddress(email)} gibt es ein Konto. Melde dich damit an, um anzunehmen.`,
  });

const otherPerson = (person: SignedIn, { email }: Linked) =>
  new ProblemError('invitation.otherPerson', {
    en: `You are signed in as ${readableAddress(person.email)}, and this invitation is for ${readableAddress(email)}. Sign out, then open the link again.`,
    de: `Du bist als ${readableAddress(person.email)} angemeldet, und diese Einladung gilt für ${readableAddress(email)}. Melde dich ab und öffne den Link noch einmal.`,
  });
