import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { placeOf } from '../limits/place.js';

/** The browser or program at the other end, signed in or not. */
export interface ClientPlace {
  /** As a trusted proxy said, else of the connection. */
  readonly ip: string;
  /** Whom attempts are counted for. */
  readonly place: string;
  readonly userAgent: string;
  readonly cookie: string | undefined;
}

export const FromPlace = createParamDecorator((_data: unknown, context: ExecutionContext): ClientPlace => {
  const { ip, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const userAgent = (headers['user-agent'] ?? '').slice(0, 300);
  return { ip, place: placeOf(ip), userAgent, cookie: headers.cookie };
});
