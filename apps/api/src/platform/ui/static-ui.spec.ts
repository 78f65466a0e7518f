import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { serveUi } from './static-ui.js';

const page = '<!doctype html><title>Cueline</title>';
const script = `console.log(${JSON.stringify('a'.repeat(2_000))});`;
const root = mkdtempSync(path.join(tmpdir(), 'cueline-ui-'));
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(path.join(root, 'assets'));
  const put = (name: string, content: string) => {
    writeFileSync(path.join(root, name), content);
    writeFileSync(path.join(root, `${name}.br`), brotliCompressSync(content));
    writeFileSync(path.join(root, `${name}.gz`), gzipSync(content));
  };
  put('index.html', page);
  put('assets/index-Ab12Cd34.js', script);
  writeFileSync(path.join(root, 'assets/inter-Ef56.woff2'), 'letters');
  writeFileSync(path.join(root, 'build.json'), '{"build":"b1"}');
  app = fastify();
  serveUi(app, root);
  app.get('/api/v1/me', () => ({}));
  await app.listen({ port: 0 });
});
afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true });
});

interface Got {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly body: string;
}

/** As written: a client of a higher level would normalise the address and unpack the answer. */
async function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const { port } = app.server.address() as AddressInfo;
  const sent = request({ port, path: url, headers, method, agent: false });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const bytes = await buffer(response);
  return { statusCode: response.statusCode!, headers: response.headers, bytes, body: bytes.toString() };
}

describe('pages', () => {
  it.each([
    '/',
    '/index.html',
    '/workflows',
    '/workflows/0192-ab',
    '/runs?state=waiting',
    '/invite/abc',
    '/apiary',
  ])('%s is the page, asked for anew each time', async (url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.body]).toEqual([200, page]);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'text/html; charset=utf-8',
      vary: 'accept-encoding',
    });
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br; q=0.0', undefined],
    ['identity', undefined],
    ['', undefined],
  ])('under "%s" comes as %s', async (accepted, encoding) => {
    const { headers } = await get('/', { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    const head = await get('/', { 'accept-encoding': accepted }, 'HEAD');
    expect([head.headers['content-encoding'], head.body]).toEqual([encoding, '']);
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await get('/');
    const etag = String(headers['etag']);
    expect((await get('/', { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await get('/runs', { 'if-none-match': `"other", W/${etag}` })).statusCode).toBe(304);
    expect((await get('/', { 'if-none-match': '"other"' })).statusCode).toBe(200);
    expect((await get('/', { 'if-none-match': etag, 'accept-encoding': 'br' })).statusCode).toBe(200);
  });
});

describe('assets', () => {
  it.each([
    ['/assets/index-Ab12Cd34.js', 'text/javascript'],
    ['/assets/inter-Ef56.woff2', 'font/woff2'],
  ])('%s is kept for ever', async (url, type) => {
    const { statusCode, headers } = await get(url, { 'accept-encoding': 'br, gzip' });
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toContain(type);
    expect(String(headers['vary'])).toMatch(/accept-encoding/iu);
  });

  it('come compressed, to HEAD too', async () => {
    const url = '/assets/index-Ab12Cd34.js';
    const br = await get(url, { 'accept-encoding': 'gzip, br' });
    expect([br.headers['content-encoding'], brotliDecompressSync(br.bytes).toString()]).toEqual([
      'br',
      script,
    ]);
    expect((await get(url, { 'accept-encoding': 'br' }, 'HEAD')).headers['content-encoding']).toBe('br');
  });

  it.each([
    '/assets/index-old.js',
    '/assets/',
    '/assets/nope',
    '/assets/index-Ab12Cd34.js.br',
    '/nope.js',
    '/theme.css',
    '/workflows/index.js.map',
    '/favicon.ico',
    '/robots.txt',
    '/api',
    '/api/v1/nothing',
    '/api?x=1',
    '/assets/..%2f..%2fpackage.json',
    '/.env',
  ])('%s is not there, and is no page', async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect([statusCode, headers['content-type']]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(String(headers['cache-control'])).not.toMatch(/max-age|immutable/u);
    expect(body).not.toContain('<!doctype');
  });
});

it('names the build in what the API answers, and in a file of its own', async () => {
  expect((await get('/api/v1/me')).headers['x-cueline-build']).toBe('b1');
  expect((await get('/')).headers['x-cueline-build']).toBeUndefined();
  const file = await get('/build.json');
  expect([JSON.parse(file.body), file.headers['cache-control']]).toEqual([{ build: 'b1' }, 'no-cache']);
});
