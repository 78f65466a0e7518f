import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiKeys } from './api-keys.js';
import { Authentication } from './authentication.js';
import { PUBLIC, SCOPE, type Caller, type CallerRequest, type Scope } from './caller.js';
import { ProblemError } from './problem-error.js';
import { StudioDatabase } from './studio-database.js';

/** Finds out who asks: an API key in the Authorization header, else the session's cookie and its membership. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: ApiKeys,
    private readonly authentication: Authentication,
    private readonly database: StudioDatabase,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(SCOPE, targets);
    const { authorization } = request.headers;
    request.caller = authorization ? await this.#byKey(authorization, scope) : await this.#bySession(request);
    return true;
  }

  async #byKey(authorization: string, scope: Scope | undefined): Promise<Caller> {
    const [scheme, key] = authorization.split(' ');
    const holder = scheme?.toLowerCase() === 'bearer' && key ? await this.keys.holder(key) : undefined;
    if (!holder) throw new ProblemError('auth.required', 'This API key is not known, or was revoked.');
    if (!scope || !holder.scopes.includes(scope)) {
      throw new ProblemError(
        'auth.forbidden',
        scope ? `The key lacks the scope ${scope}.` : 'API keys are not accepted here.',
      );
    }
    return { studioId: holder.studioId, user: null, role: 'key', scopes: holder.scopes };
  }

  async #bySession(request: CallerRequest): Promise<Caller> {
    const user = await this.authentication.signedIn(request.headers);
    if (!user) throw new ProblemError('auth.required');
    const wanted = request.headers['x-cueline-studio'];
    const where = { userId: user.userId, ...(typeof wanted === 'string' ? { studioId: wanted } : {}) };
    const member = await this.database.database.prisma.member.findFirst({
      where,
      orderBy: { createdAt: 'asc' },
    });
    if (!member) throw new ProblemError('auth.forbidden', 'You are not a member of this studio.');
    return { studioId: member.studioId, user, role: member.role, scopes: [] };
  }
}
