import { createServer, type Server } from 'node:http';

/** What stands in the way of work right now, in words; empty when nothing does. */
export type Checks = () => Promise<readonly string[]>;

/** GET /health/live and /health/ready. */
export function healthServer(port: number, checks: Checks): Server {
  return createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/health/live') return void answer(200, { status: 'ok' });
    if (request.url !== '/health/ready') return void answer(404, { status: 'not found' });
    checks().then(
      (missing) =>
        answer(missing.length === 0 ? 200 : 503, {
          status: missing.length === 0 ? 'ok' : 'waiting',
          missing,
        }),
      (error: Error) => answer(503, { status: 'waiting', missing: [error.message] }),
    );
  }).listen(port, '127.0.0.1');
}
