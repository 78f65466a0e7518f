import { createHash } from 'node:crypto';
import {
  applyDecorators,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { firstValueFrom, from, of, type Observable } from 'rxjs';
import type { CallerRequest } from '../auth/caller.js';
import { ProblemError } from '../problems/problem-error.js';
import { IdempotencyKeysRepository } from './idempotency-keys.repository.js';
import { requestUnderWay, unanswered, type NamedRequest } from './named-request.js';

const OTHER = 'It had another address or body. Send this one under a key of its own.';
const pattern = /^[\x21-\x7e]{1,255}$/;

/** Answers a request that is sent again under its Idempotency-Key with what it was answered at first, and does nothing (IETF draft-ietf-httpapi-idempotency-key-header-07). */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly requests: IdempotencyKeysRepository) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<CallerRequest>();
    const reply = http.getResponse<FastifyReply>();
    const named = nameOf(request);
    if (!named) return next.handle();
    const { studioId } = request.caller!;
    const before = await this.requests.find(studioId, named);
    if (!before) return from(this.#first(studioId, named, reply, next));
    if (before.fingerprint !== named.fingerprint) throw new ProblemError('idempotency.otherRequest', OTHER);
    if (before.status === null) throw unanswered();
    void reply.code(before.status).header('idempotency-replayed', 'true');
    return of(before.answer);
  }

  async #first(
    studioId: string,
    named: NamedRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const answer: unknown = await requestUnderWay.run(named, () => firstValueFrom(next.handle()));
    try {
      await this.requests.answered(studioId, named, reply.statusCode, answer);
    } catch (error) {
      // It is done, and the caller who hears so need not ask again.
      console.warn('The answer to a named request could not be kept', error);
    }
    return answer;
  }
}

function nameOf({ headers, method, url, body, caller }: CallerRequest): NamedRequest | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !pattern.test(key)) throw new ProblemError('idempotency.badKey');
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([method, url, body]))
    .digest('hex');
  return { callerId: caller!.by.id, key, fingerprint, isWritten: false };
}

/** A route whose requests can be named by their callers. All that it changes must go through `StudioDatabase.change`, which carries the name along. */
export const Idempotent = () =>
  applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'A name for this request, 1 to 255 visible ASCII characters. Sent again under it within a week, the request is answered as it was at first, with `Idempotency-Replayed: true`, and nothing happens.',
    }),
  );
