import { Injectable } from '@nestjs/common';
import type { invitations, members } from '@cueline/contracts';
import { readableAddress } from '@cueline/workflows/locale';
import type { Caller } from '../../platform/auth/caller.js';
import { limits } from '../../platform/limits/limits.js';
import { RateLimits } from '../../platform/limits/rate-limits.js';
import { mayMake } from '../../platform/auth/permissions.js';
import { ProblemError } from '../../platform/problems/problem-error.js';
import type { InvitationRow } from '@cueline/database';
import { InvitationsRepository } from './invitations.repository.js';

const DAYS = 7;
const expiry = () => new Date(Date.now() + DAYS * 86_400_000);

/**
 * Invitations as the studio sees them. Whether the address has an account is neither read nor said here: the answers and their time are
 * the same.
 */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly repository: InvitationsRepository,
    private readonly limits: RateLimits,
  ) {}

  async list(studioId: string): Promise<{ items: invitations.Invitation[] }> {
    return { items: (await this.repository.open(studioId)).map(view) };
  }

  async invite(caller: Caller, { email, role, name }: invitations.NewInvitation) {
    mayMake(caller, role);
    if (await this.repository.isMember(caller.studioId, email))
      throw new ProblemError('resource.conflict', {
        en: `${readableAddress(email)} is a member of this studio already.`,
        de: `${readableAddress(email)} gehört schon zu diesem Studio.`,
      });
    await this.#countMail(caller.studioId, email);
    const { id: invitedById, name: invitedByName } = caller.by;
    const data = { email, role, name: name ?? null, invitedById, invitedByName, expiresAt: expiry() };
    return view(
      await this.repository.replace(caller.studioId, data, (before) => mayMake(caller, before.role)),
    );
  }

  async resend(caller: Caller, id: string) {
    const { studioId } = caller;
    const known = this.#open(caller, await this.repository.get(studioId, id));
    await this.#countMail(studioId, known.email);
    const check = (before: InvitationRow) => void this.#open(caller, before);
    return view(await this.repository.mailAgain(studioId, id, expiry(), check));
  }

  async changeRole(caller: Caller, id: string, role: members.MemberRole) {
    mayMake(caller, role);
    const check = (before: InvitationRow) => void this.#open(caller, before);
    return view(await this.repository.changeRole(caller.studioId, id, role, check));
  }

  /** Said twice it has happened once. */
  async revoke(caller: Caller, id: string) {
    const check = (before: InvitationRow) => {
      mayMake(caller, before.role);
      if (before.ending === 'used') throw accepted();
    };
    return view(await this.repository.revoke(caller.studioId, id, check));
  }

  #open(caller: Caller, row: InvitationRow): InvitationRow {
    mayMake(caller, row.role);
    if (row.ending === 'used') throw accepted();
    if (row.ending)
      throw new ProblemError('resource.conflict', {
        en: 'This invitation was withdrawn. Invite again.',
        de: 'Diese Einladung wurde zurückgezogen. Lade noch einmal ein.',
      });
    return row;
  }

  #countMail(studioId: string, email: string): Promise<void> {
    return this.limits.count(
      { limit: limits.invitationMails, of: `${studioId} ${email}` },
      { limit: limits.invitationsOfStudio, of: studioId },
      { limit: limits.invitationsToAddress, of: email },
    );
  }
}

const accepted = () =>
  new ProblemError('resource.conflict', {
    en: 'This invitation was accepted: the person is a member now.',
    de: 'Diese Einladung ist angenommen: Die Person gehört jetzt zum Studio.',
  });

const states = {
  used: 'accepted',
  revoked: 'revoked',
  replaced: 'revoked',
  passwordChanged: 'revoked',
} as const;

function view(row: InvitationRow): invitations.Invitation {
  const mail = row.mails[0]?.state ?? 'queued';
  const open = row.expiresAt > new Date() ? 'open' : 'expired';
  return {
    id: row.id,
    email: readableAddress(row.email),
    name: row.name,
    role: row.role,
    state: row.ending ? states[row.ending] : open,
    invitedBy: row.invitedByName,
    mail: mail === 'dropped' ? 'queued' : mail,
    createdAt: row.createdAt.toISOString(),
    mailedAt: row.mailedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}
