import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from './authentication.js';
import type { Permission } from './permissions.js';

/** Whom a deed is written down for. */
export interface Actor {
  readonly type: 'member' | 'apiKey';
  readonly id: string;
  readonly name: string;
}

/** The caller, and in which studio. */
export interface Caller {
  readonly studioId: string;
  readonly user: SignedIn | null;
  readonly by: Actor;
  readonly role: 'owner' | 'admin' | 'member' | 'key';
  readonly scopes: readonly string[];
}

export type CallerRequest = FastifyRequest & { caller?: Caller };

/** The caller of the request; the guard has seen to it that there is one. */
export const CurrentCaller = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller =>
    context.switchToHttp().getRequest<CallerRequest>().caller!,
);

export const PUBLIC = 'public';
/** Answered without a sign-in. */
export const Public = () => SetMetadata(PUBLIC, true);

export const PERMISSION = 'permission';
/** What the caller must be allowed: a key by its scopes, a person by the role. A route that says nothing is closed to all. */
export const RequirePermission = (permission: Permission) =>
  applyDecorators(SetMetadata(PERMISSION, permission), ApiExtension('x-permission', permission));
