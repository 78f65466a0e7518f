import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '@cueline/workflows/language';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedLanguage } from './accepted-language.js';

interface Spoken {
  language: Language;
}
type SpokenRequest = FastifyRequest & { spoken?: Spoken };

const underWay = new AsyncLocalStorage<Spoken>();

/** In what language the request is answered whose work this is: the member's own, else what the caller accepts, else English. */
export const replyLanguage = (): Language => underWay.getStore()?.language ?? 'en';

/** The member who asks has chosen a language: it goes before what the browser accepts. */
export function chooseReplyLanguage(language: Language): void {
  const spoken = underWay.getStore();
  if (spoken) spoken.language = language;
}

/** The same for what fails before there is a route. */
export const languageOf = (request: FastifyRequest): Language =>
  (request as SpokenRequest).spoken?.language ?? acceptedLanguage(request.headers['accept-language']);

/** Each answer of the API says its language (RFC 9110 8.5), and that another caller may get another one. */
export function answerInLanguages(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', (request: SpokenRequest, _reply, done) => {
    const spoken = { language: acceptedLanguage(request.headers['accept-language']) };
    request.spoken = spoken;
    underWay.run(spoken, done);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (isSentence(reply))
      void reply.header('content-language', languageOf(request)).header('vary', 'accept-language, cookie');
    done(null, payload);
  });
}

const isSentence = (reply: FastifyReply): boolean =>
  /^application\/(?:problem\+)?json\b/.test(String(reply.getHeader('content-type') ?? '')) &&
  reply.request.url.startsWith('/api/v1/');
