import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorCode } from '@cueline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../language/reply-language.js';
import { databaseProblem } from './database-problem.js';
import { ProblemError } from './problem-error.js';
import { readOut } from '../validation/body/read-out.js';

/** Every error leaves as application/problem+json (RFC 9457). What is unexpected is logged here, and tells the outside nothing. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemFrom(error, request);
    if (problem.code !== 'request.tooLarge') return sendProblem(reply, problem, request);
    void readOut(request.raw).then(() => sendProblem(reply, problem, request));
  }
}

export function sendProblem(reply: FastifyReply, problem: ProblemError, request: FastifyRequest): void {
  const document = problem.document(request.url.split('?')[0]!, languageOf(request));
  const { retryAfterSeconds } = problem.more;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  void reply
    .code(document.status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(document));
}

const byStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'request.unreadable',
  401: 'auth.required',
  403: 'auth.forbidden',
  404: 'route.notFound',
  413: 'request.tooLarge',
  415: 'request.mediaType',
};

export function problemFrom(error: unknown, request?: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error;
  const known = databaseProblem(error);
  if (known) return known;
  const { statusCode } = error as { statusCode?: number };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  const mapped = status ? byStatus[status] : undefined;
  if (mapped === 'request.mediaType')
    return new ProblemError(
      mapped,
      'A body is read as JSON alone. Send it as application/json, or as a type that ends in +json.',
    );
  if (mapped)
    return new ProblemError(mapped, error instanceof Error && status !== 404 ? error.message : undefined);
  console.error(
    `${new Date().toISOString()} ${request?.method ?? ''} ${request?.url.split('?')[0] ?? ''} failed`,
    error,
  );
  return new ProblemError('server.failed');
}
