import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { simpleParser } from 'mailparser';
import type { MailStore } from './mail-store.js';
import { listPage, mailPage, pagePolicy } from './pages.js';

/** The catcher's own pages, and its HTTP API for the product's pages and for tests; meant for loopback alone. */
export function catcherApi(store: MailStore): Server {
  return createServer((request, response) => {
    answer(store, request, response).catch((error: Error) => json(response, 500, { error: error.message }));
  });
}

/**
 * A page of any site can reach a loopback port under a name of its own (DNS rebinding), and would read every mail: while we listen on
 * loopback, only its own names are answered.
 */
function isForeign({ headers, socket }: IncomingMessage): boolean {
  if (!/^(?:127\.|::1$|::ffff:127\.)/.test(socket.localAddress ?? '')) return false;
  return !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i.test(headers.host ?? '');
}

async function answer(store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (isForeign(request)) return json(response, 403, { error: 'ask by a loopback name' });
  const url = new URL(request.url ?? '/', 'http://catcher');
  // Ids hold nothing that would be encoded.
  const [, collection, id, part] = url.pathname.split('/');
  if (collection === 'health') return json(response, 200, { status: 'ok' });
  if (collection === '' || (collection === 'mail' && !id)) return listed(store, response);
  if (collection !== 'messages' && collection !== 'mail') return json(response, 404, { error: 'not found' });
  if (!id)
    return request.method === 'DELETE'
      ? cleared(store, response)
      : json(response, 200, store.list(listOptions(url)));
  const mail = store.find(id);
  const raw = await store.raw(id);
  if (!mail || !raw) return json(response, 404, { error: 'no such mail' });
  if (part === 'raw') return void response.writeHead(200, { 'content-type': 'message/rfc822' }).end(raw);
  const parsed = await simpleParser(raw, { maxHtmlLengthToParse: 1_000_000 });
  if (collection === 'mail')
    return page(response, mailPage(mail, { text: parsed.text ?? '', html: parsed.html || '' }));
  json(response, 200, {
    ...mail,
    headers: parsed.headerLines.map(({ line }) => line),
    text: parsed.text ?? '',
    html: parsed.html || '',
    attachments: parsed.attachments.map(({ filename, contentType, size }) => ({
      filename,
      contentType,
      size,
    })),
  });
}

function listed(store: MailStore, response: ServerResponse): void {
  const { items, total } = store.list({ limit: 200 });
  page(response, listPage(items, total));
}

function page(response: ServerResponse, html: string): void {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy })
    .end(html);
}

function cleared(store: MailStore, response: ServerResponse): void {
  store.clear();
  response.writeHead(204).end();
}

function listOptions({ searchParams }: URL) {
  const number = (name: string, otherwise: number) =>
    Math.max(0, Number.parseInt(searchParams.get(name) ?? '', 10) || otherwise);
  return {
    messageId: searchParams.get('messageId') ?? undefined,
    to: searchParams.get('to') ?? undefined,
    limit: Math.min(1_000, number('limit', 50)),
    offset: number('offset', 0),
  };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
