import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface ReceivedWebhook {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As it came over the wire: signatures are about that. */
  readonly body: string;
}

/** What is done with one request. */
export type ReceiverAnswer = (response: ServerResponse, socket: Socket) => void;

export const answering =
  (status: number, headers: Record<string, string> = {}, body = ''): ReceiverAnswer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(body);
export const ok = answering(204);
/** Takes the request, and never says a word. */
export const hanging: ReceiverAnswer = () => undefined;
export const breakingOff: ReceiverAnswer = (_response, socket) => void socket.resetAndDestroy();
/** A letter of the head now and then, for ever. */
export const dripping: ReceiverAnswer = (_response, socket) => {
  socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
  const drip = setInterval(() => socket.write('a'), 50);
  socket.on('close', () => clearInterval(drip));
};
/** A status, and then as much as anybody takes. */
export const flooding =
  (status: number): ReceiverAnswer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/plain' });
    const more = () => {
      while (!response.destroyed && response.write('flood '.repeat(10_000)));
    };
    response.on('drain', more);
    more();
  };
export const saying =
  (words: string): ReceiverAnswer =>
  (_response, socket) =>
    void socket.end(words);

/** Of 127.0.0.1, signed by itself, for a hundred years: whoever is to trust it is told of this file. */
export const receiverCertificate = fileURLToPath(new URL('tls/receiver.crt', import.meta.url));
export const receiverTls = () => ({
  cert: readFileSync(receiverCertificate),
  key: readFileSync(new URL('tls/receiver.key', import.meta.url)),
});

/** Somebody else's server, on a real socket: does with each request what the script says, and then `ok`. */
export class WebhookReceiver {
  readonly received: ReceivedWebhook[] = [];
  connections = 0;
  #script: ReceiverAnswer[] = [];

  private constructor(
    private readonly server: Server,
    /** "127.0.0.1:12345" */
    readonly host: string,
    readonly url: string,
  ) {}

  static async open({ tls = false } = {}): Promise<WebhookReceiver> {
    const server: Server = tls ? createTlsServer(receiverTls()) : createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const receiver = new WebhookReceiver(server, host, `${tls ? 'https' : 'http'}://${host}/hook`);
    server.on('connection', (socket) => {
      receiver.connections++;
      socket.on('error', () => undefined);
    });
    server.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const body = Buffer.concat(pieces).toString('utf8');
        receiver.received.push({ path: request.url ?? '', headers: request.headers, body });
        (receiver.#script.shift() ?? ok)(response, request.socket);
      });
      request.on('error', () => undefined);
    });
    return receiver;
  }

  /** For the requests that come next, one each. */
  answers(...script: readonly ReceiverAnswer[]): void {
    this.#script = [...script];
  }

  /** How many connections are open. */
  async openConnections(): Promise<number> {
    return promisify(this.server.getConnections.bind(this.server))();
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}
