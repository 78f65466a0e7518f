import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from './authentication.js';

/** Who asks, and in which studio. */
export interface Caller {
  readonly studioId: string;
  readonly user: SignedIn | null;
  readonly role: 'owner' | 'admin' | 'member' | 'key';
  readonly scopes: readonly string[];
}

export type CallerRequest = FastifyRequest & { caller?: Caller };

/** The caller of the request; the guard has seen to it that there is one. */
export const Asking = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller =>
    context.switchToHttp().getRequest<CallerRequest>().caller!,
);

export const PUBLIC = 'public';
/** Answered without a sign-in. */
export const Public = () => SetMetadata(PUBLIC, true);

export const SCOPE = 'scope';
export type Scope =
  'events:write' | 'records:read' | 'records:write' | 'automation:read' | 'automation:write';
/** The scope an API key needs. */
export const Needs = (scope: Scope) => SetMetadata(SCOPE, scope);
