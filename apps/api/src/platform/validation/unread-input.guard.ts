import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { pointerOf } from './json-pointer.js';
import { invalid } from '../problems/problem-error.js';
import { inputsOf } from './route-inputs.js';

/** What a route does not read it refuses: a caller who sends it believes that it does something. */
@Injectable()
export class UnreadInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query, body } = context.switchToHttp().getRequest<FastifyRequest>();
    const read = new Set(inputsOf(context.getClass(), context.getHandler().name).map(({ part }) => part));
    const unread = [
      ...(read.has('query') ? [] : fieldsOf(query).map((key) => place(key, 'This route takes no query.'))),
      ...(read.has('body') ? [] : fieldsOf(body).map((key) => place(key, 'This route takes no body.'))),
    ];
    if (unread.length > 0) throw invalid(unread.slice(0, 100));
    return true;
  }
}

const place = (key: string, why: string) => ({ pointer: pointerOf([key]), detail: `${why} Remove it.` });

/** An empty object says nothing, as a call without a body does. */
function fieldsOf(input: unknown): string[] {
  if (typeof input !== 'object' || input === null) return input === null || input === undefined ? [] : [''];
  return Object.keys(input);
}
