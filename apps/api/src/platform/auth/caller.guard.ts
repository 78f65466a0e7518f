import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isLanguage } from '@cueline/workflows/language';
import { chooseReplyLanguage } from '../language/reply-language.js';
import { ApiKeys } from './api-keys.js';
import { Authentication } from './authentication.js';
import { PERMISSION, PUBLIC, type Caller, type CallerRequest } from './caller.js';
import { isForPeople, mayDo, type Permission } from './permissions.js';
import { ProblemError } from '../problems/problem-error.js';
import { MembershipRepository } from './membership.repository.js';

const roles = { owner: 'Inhaber', admin: 'Admin', member: 'Mitglied' } as const;

/** Finds the caller: an API key in the Authorization header, else the session's cookie and its membership. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: ApiKeys,
    private readonly authentication: Authentication,
    private readonly members: MembershipRepository,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, targets);
    const { authorization } = request.headers;
    request.caller = authorization
      ? await this.#byKey(authorization, permission)
      : await this.#bySession(request, permission);
    return true;
  }

  async #byKey(authorization: string, permission: Permission | undefined): Promise<Caller> {
    const [scheme, key] = authorization.split(' ');
    const holder = scheme?.toLowerCase() === 'bearer' && key ? await this.keys.holder(key) : undefined;
    if (!holder) throw new ProblemError('auth.required', 'This API key is not known, or was revoked.');
    if (!permission || isForPeople(permission))
      throw new ProblemError('auth.forbidden', 'API keys are not accepted here: sign in.');
    if (!holder.scopes.includes(permission))
      throw new ProblemError('auth.forbidden', `The key lacks the scope ${permission}.`);
    const by = { type: 'apiKey', id: holder.id, name: holder.name } as const;
    return { studioId: holder.studioId, user: null, by, role: 'key', scopes: holder.scopes };
  }

  async #bySession(request: CallerRequest, permission: Permission | undefined): Promise<Caller> {
    const user = await this.authentication.signedIn(request.headers);
    if (!user) throw new ProblemError('auth.required');
    // An open page goes on working for the person who opened it, whoever has signed in in this browser since.
    const meant = request.headers['x-cueline-user'];
    if (meant !== undefined && meant !== user.userId) throw new ProblemError('auth.otherPerson');
    const wanted = request.headers['x-cueline-studio'];
    const member = await this.members.membership(
      user.userId,
      typeof wanted === 'string' ? wanted : undefined,
    );
    if (isLanguage(member?.language)) chooseReplyLanguage(member.language);
    if (!member)
      throw new ProblemError('auth.forbidden', {
        en: 'You are not a member of this studio.',
        de: 'Du gehörst nicht zu diesem Studio.',
      });
    if (!permission || !mayDo(member.role, permission))
      throw new ProblemError('auth.forbidden', {
        en: `This needs more than the role ${member.role}.`,
        de: `Das geht nicht mit der Rolle ${roles[member.role]}.`,
      });
    const by = { type: 'member', id: member.id, name: user.name } as const;
    return { studioId: member.studioId, user, by, role: member.role, scopes: [] };
  }
}
