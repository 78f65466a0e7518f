import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem-error.js';

/** The revision that the caller last saw, from If-Match (RFC 9110 13.1.1). */
export const Revision = createParamDecorator((_data: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header ?? '');
  if (!match) throw new ProblemError('revision.required', 'Send the revision you last saw as If-Match: "3".');
  return Number(match[1]);
});

/** Names the header in the API description. */
export const IfMatch = () =>
  ApiHeader({ name: 'If-Match', required: true, description: 'The revision you last saw' });
