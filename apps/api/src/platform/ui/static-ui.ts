import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../problems/problem-error.js';
import { sendProblem } from '../problems/problem.filter.js';
import { readStaticFiles, type StaticFile } from './static-files.js';

/** Files under here have their content's hash in the name. */
const HASHED = '/assets/';
const PAGE = '/index.html';

/** The built UI: its files by their names, its page for every other address of the product. */
export function serveUi(fastify: FastifyInstance, root: string): void {
  if (!existsSync(path.join(root, PAGE))) return;
  sayBuild(fastify, root);
  const files = readStaticFiles(root);
  fastify.get('/*', (request, reply) => {
    const address = request.url.split('?')[0]!;
    const file = files.get(address) ?? (isPage(address) ? files.get(PAGE) : undefined);
    if (file) return send(request, reply, file, address.startsWith(HASHED));
    return sendProblem(reply, new ProblemError('route.notFound'), request);
  });
}

/** Answers of the API name the build of the UI that belongs to them: an open page learns that it is an older one. */
function sayBuild(fastify: FastifyInstance, root: string): void {
  const file = path.join(root, 'build.json');
  if (!existsSync(file)) return;
  const { build } = JSON.parse(readFileSync(file, 'utf8')) as { build: string };
  fastify.addHook('onRequest', (request, reply, done) => {
    if (underApi(request.url)) void reply.header('x-cueline-build', build);
    done();
  });
}

const underApi = (url: string): boolean => /^\/api(?:[/?]|$)/u.test(url);

/** An address of a page has no file's name: a script that is there no more must not be answered with a page. */
const isPage = (address: string): boolean =>
  !underApi(address) &&
  !address.startsWith(HASHED) &&
  !address.slice(address.lastIndexOf('/') + 1).includes('.');

function send(request: FastifyRequest, reply: FastifyReply, file: StaticFile, hashed: boolean) {
  const accepted = acceptedEncodings(request.headers['accept-encoding']);
  const { encoding, body, etag } = file.representations.find(
    (each) => !each.encoding || accepted.has(each.encoding),
  )!;
  void reply
    .header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('vary', 'accept-encoding')
    .header('etag', etag)
    .type(file.type);
  if (encoding) void reply.header('content-encoding', encoding);
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//u, ''));
  if (known?.some((each) => each === etag || each === '*')) return reply.code(304).send();
  return reply.send(body);
}

/** RFC 9110, section 12.5.3: what is named with a weight above 0. */
function acceptedEncodings(header: string | string[] | undefined): ReadonlySet<string> {
  const accepted = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim().split(/\s*;\s*/u))
    .filter(([, ...params]) => !params.some((param) => /^q\s*=\s*0(?:\.0*)?$/u.test(param)))
    .map(([name]) => name!);
  return new Set(accepted);
}
