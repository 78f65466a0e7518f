import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { readOut } from './read-out.js';

let server: Server;
afterEach(() => {
  server.close();
});

/** Writes a body in pieces, slower than the server answers, and reads what comes back. */
async function answerTo(pieces: number): Promise<string> {
  server = createServer((request, response) => {
    void readOut(request).then(() => response.writeHead(413, { connection: 'close' }).end('too large'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const piece = Buffer.alloc(65_536, 'x');
  socket.write(`POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${pieces * piece.length}\r\n\r\n`);
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    const write = (left: number): void => {
      if (left > 0) socket.write(piece, () => setImmediate(write, left - 1));
    };
    write(pieces);
  });
}

describe('a refused body', () => {
  it('is read out, so that a sender who is still writing gets the answer', async () => {
    expect(await answerTo(160)).toMatch(/^HTTP\/1\.1 413 .*too large/s);
  });
});
