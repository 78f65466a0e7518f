import 'reflect-metadata';
import { publicUrl } from '@cueline/database';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiModule } from './api.module.js';
import { describeApi } from './openapi.js';
import { acceptJsonAlone } from './platform/validation/body/accepted-content.js';
import { parseJsonBodies } from './platform/validation/body/parse-json.js';
import type { Configuration } from './platform/configuration.js';
import { answerInLanguages } from './platform/language/reply-language.js';
import { ProblemError } from './platform/problems/problem-error.js';
import { sendProblem } from './platform/problems/problem.filter.js';
import { serveUi } from './platform/ui/static-ui.js';
import { UPLOADS } from './features/files/files.controller.js';
import { isUnsubscribe, serveUnsubscribe } from './features/unsubscribe/serve-unsubscribe.js';
import { UnsubscribeService } from './features/unsubscribe/unsubscribe.service.js';

const MAX_BODY_BYTES = 1_048_576;
/** A file of 5 MB in base64, and its name. */
const MAX_UPLOAD_BYTES = 7_340_032;

/** The whole API, not yet listening. @param builtUi the folder of the built UI, where there is one */
export async function makeApp(
  configuration: Configuration,
  builtUi?: string,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    // Without a proxy that we know of, the header is anybody's to write.
    trustProxy: configuration.TRUSTED_PROXIES.length > 0 ? configuration.TRUSTED_PROXIES : false,
    forceCloseConnections: true,
    // What fails before there is a route: an address that cannot be decoded, or is too long.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, new ProblemError('request.unreadable', `${error.message}.`), request),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(configuration), adapter, {
    logger: ['error', 'warn'],
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', (route) => {
    if (route.method === 'POST' && route.url === UPLOADS) route.bodyLimit = MAX_UPLOAD_BYTES;
  });
  parseJsonBodies(app);
  secure(fastify, configuration);
  acceptJsonAlone(fastify, isUnsubscribe);
  answerInLanguages(fastify);
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Cueline API',
  });
  serveUnsubscribe(fastify, app.get(UnsubscribeService));
  const ui = configuration.UI_DIR ?? builtUi;
  if (ui) serveUi(fastify, ui);
  app.enableShutdownHooks();
  return app;
}

function secure(fastify: FastifyInstance, configuration: Configuration): void {
  const own = new Set([publicUrl(configuration), `http://localhost:${configuration.PORT}`]);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('x-frame-options', 'SAMEORIGIN');
    if (!request.url.startsWith('/api/docs')) {
      const policy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self' data: blob:; frame-ancestors 'self'; base-uri 'none'";
      void reply.header('content-security-policy', policy);
    }
    // A browser sends its origin with every change: one that is not ours is somebody else's page, which may neither use our cookie nor
    // sign its visitor in as somebody. A program with a key brings no cookie.
    const { origin, authorization } = request.headers;
    if (
      request.method !== 'GET' &&
      !isUnsubscribe(request.url) &&
      !authorization &&
      origin &&
      !own.has(origin) &&
      !own.has(origin.replace('127.0.0.1', 'localhost'))
    ) {
      return sendProblem(
        reply,
        new ProblemError('auth.forbidden', `Requests from ${origin} are not accepted.`),
        request,
      );
    }
    done();
  });
}
