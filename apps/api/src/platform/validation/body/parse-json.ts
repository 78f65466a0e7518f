import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalid } from '../../problems/problem-error.js';
import { beyondBounds } from './json-bounds.js';

/** application/json, text/json and whatever ends in +json (RFC 6839), with any parameters. */
const JSON_TYPES = ['application/json', /^\s*(?:text\/json|[\w.+-]+\/[\w.+-]+\+json)\s*(?:;|$)/i];

/** Reads bodies of JSON, one way for all its types: first its bounds, then the values. What would poison a prototype is refused. */
export function parseJsonBodies(app: NestFastifyApplication): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  const parser = (
    request: FastifyRequest,
    body: Buffer,
    done: (error: Error | null, value?: unknown) => void,
  ) => {
    const text = body.toString('utf8');
    const beyond = beyondBounds(text);
    if (beyond) return done(invalid([beyond]));
    void parse(request, text, done);
  };
  for (const type of JSON_TYPES) app.useBodyParser(type, {}, parser);
}
