import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../../problems/problem-error.js';
import { sendProblem } from '../../problems/problem.filter.js';

const JSON_TYPE = /^(?:(?:application|text)\/json|[\w.+-]+\/[\w.+-]+\+json)$/iu;
const CHARSET = /^charset\s*=\s*"?([^"\s]*)"?$/iu;
/** JSON is UTF-8 (RFC 8259, section 8.1), of which ASCII is a part. */
const charsets = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);

/**
 * What keeps a body of this kind from being read; undefined for JSON. A form that some page sends, in whoever's name it runs, is none: its
 * fields would all be texts, and a browser asks nobody before it sends one.
 */
export function contentRefusal(contentType: string | undefined): string | undefined {
  if (!contentType?.trim()) return 'Say what the body is: content-type: application/json.';
  const [type, ...params] = contentType.split(';').map((part) => part.trim());
  if (!JSON_TYPE.test(type!))
    return `A body of the kind ${type!.slice(0, 60)} is not read. Send application/json.`;
  const charset = params.map((param) => CHARSET.exec(param)?.[1]).find((name) => name !== undefined);
  if (charset === undefined || charsets.has(charset.toLowerCase())) return undefined;
  return `JSON is written in UTF-8, not in ${charset.slice(0, 40) || 'an unnamed character set'}. Send it in UTF-8.`;
}

/** Holds every route to it, before a body is read. @param isOther addresses whose bodies are something else */
export function acceptJsonAlone(fastify: FastifyInstance, isOther: (url: string) => boolean): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { 'content-length': length, 'transfer-encoding': chunks, 'content-type': type } = request.headers;
    const hasBody = chunks !== undefined || (length !== undefined && length !== '0');
    const refusal = hasBody && !isOther(request.url) ? contentRefusal(type) : undefined;
    if (refusal === undefined) return done();
    sendProblem(reply, new ProblemError('request.mediaType', refusal), request);
  });
}
