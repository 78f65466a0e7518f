import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { UNSUBSCRIBE_PATH } from '@cueline/database';
import { problemFrom, sendProblem } from '../../platform/problems/problem.filter.js';
import type { Page, UnsubscribeService } from './unsubscribe.service.js';

/** A one-click body is a few bytes (RFC 8058 3.1). */
const MAX_BODY_BYTES = 16_384;

type LinkRequest = FastifyRequest<{ Params: { token: string } }>;

/** Requests of readers and of their mail programs: they come from any page, with any body, and use no cookie. */
export const isUnsubscribe = (url: string): boolean => url.startsWith(UNSUBSCRIBE_PATH);

/** The pages behind unsubscribe links. They belong to no API: mail programs and people without an account use them. */
export function serveUnsubscribe(fastify: FastifyInstance, service: UnsubscribeService): void {
  void fastify.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // What it says does not matter: that it is a POST does.
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
      (_request, _body, read) => read(null),
    );
    scope.setErrorHandler((error, request, reply) =>
      sendProblem(reply, problemFrom(error, request), request),
    );
    const page =
      (work: (token: string, ip: string) => Promise<Page>) =>
      async ({ params: { token }, ip }: LinkRequest, reply: FastifyReply) => {
        const { status, html } = await work(token, ip);
        return reply
          .code(status)
          .header('cache-control', 'no-store')
          .header('referrer-policy', 'no-referrer')
          .header('x-robots-tag', 'noindex')
          .type('text/html; charset=utf-8')
          .send(html);
      };
    scope.get(
      `${UNSUBSCRIBE_PATH}:token`,
      page((token, ip) => service.show(token, ip)),
    );
    scope.post(
      `${UNSUBSCRIBE_PATH}:token`,
      page((token, ip) => service.unsubscribe(token, ip)),
    );
    scope.post(
      `${UNSUBSCRIBE_PATH}:token/undo`,
      page((token, ip) => service.undo(token, ip)),
    );
    done();
  });
}
