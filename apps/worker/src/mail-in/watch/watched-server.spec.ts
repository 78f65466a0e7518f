import { beforeEach, expect, test } from '@jest/globals';
import type { MailServer, Observation, ServerAsk } from '@cueline/email/imap';
import { WatchedServer } from './watched-server.js';

let requests: string[];
let proofs: number;
let isSure: boolean;
let answer: Observation;
let watched: WatchedServer;
beforeEach(() => {
  [requests, proofs, isSure] = [[], 0, true];
  answer = { saw: 'noticed', isChange: false };
  const server: MailServer = {
    answer: ({ ask }: ServerAsk) => {
      requests.push(ask);
      return Promise.resolve(answer);
    },
    interrupt: () => undefined,
    close: () => Promise.resolve(void requests.push('closed')),
  };
  watched = new WatchedServer(server, {
    isSure: () => isSure,
    heavy: () => Promise.resolve(),
    proven: () => proofs++,
    counted: () => undefined,
  });
});

test('a worker whose heartbeat is late changes nothing on a server, and goes on reading', async () => {
  isSure = false;
  const store = { ask: 'store', uids: [[1, 1]], add: ['\\Seen'], remove: [] } as const;
  expect(await watched.answer(store)).toMatchObject({ saw: 'lost' });
  await watched.answer({ ask: 'idle', milliseconds: 1 });
  expect(requests).toEqual(['closed', 'idle']);
  isSure = true;
  await watched.answer(store);
  expect(requests.at(-1)).toBe('store');
});

test('only what is read of INBOX, once its server has opened it, is a proof', async () => {
  answer = { saw: 'refused', refusal: 'unavailable', reply: 'not connected' };
  await watched.answer({ ask: 'open', path: 'INBOX' });
  answer = { saw: 'noticed', isChange: false };
  await watched.answer({ ask: 'idle', milliseconds: 1 });
  expect(proofs).toBe(0);
  await watched.answer({ ask: 'open', path: 'INBOX' });
  await watched.answer({ ask: 'idle', milliseconds: 1 });
  expect(proofs).toBe(2);
  await watched.answer({ ask: 'select', path: 'Trash' });
  await watched.answer({ ask: 'flags', of: 'all' });
  await watched.answer({ ask: 'list' });
  expect(proofs).toBe(2);
});
