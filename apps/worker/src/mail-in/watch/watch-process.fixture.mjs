/**
 * A worker that does nothing but read mailboxes, as a process of its own: what the product has built, with short times. It kills or stops itself, once for each, at the
 * boundaries of the sync that BOUNDARIES names: `before open`, `in bodies`, `after contents`. Those that were come to stand in the file PASSED, so that the next
 * process goes on to the next one. What became of a write is told on its standard output.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { ChannelListener, Credentials, keyRingOf, MAILBOXES_CHANNEL, OAuthTokens } from '@cueline/database';
import { parseHostList } from '@cueline/egress';
import { ImapDriver } from '@cueline/email/imap-driver';
import { assembleMailIn } from '../../../dist/mail-in/mail-in.js';
import { mailPool } from '../../../dist/mail-in/mail-pool.js';
import { PostgresMirrorStore } from '../../../dist/mail-in/mirror/mirror-store.js';

const {
  DATABASE_URL: url,
  CUELINE_SECRET,
  PASSED: file,
  BOUNDARIES = '',
  SIGNAL = 'SIGKILL',
  TIMES,
} = process.env;
const boundaries = new Set(BOUNDARIES.split(',').filter(Boolean));
const passed = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);

function boundary(name) {
  if (!boundaries.has(name) || passed.has(name)) return;
  passed.add(name);
  appendFileSync(file, `${name}\n`);
  process.kill(process.pid, SIGNAL);
}

const { answer } = ImapDriver.prototype;
ImapDriver.prototype.answer = async function (ask) {
  boundary(`before ${ask.ask}`);
  const seen = answer.call(this, ask);
  if (ask.ask === 'bodies') setImmediate(() => boundary('in bodies'));
  const got = await seen;
  boundary(`after ${ask.ask}`);
  return got;
};

const { commit } = PostgresMirrorStore.prototype;
PostgresMirrorStore.prototype.commit = async function (write) {
  const what = write.write === 'mirror' && write.gone.length > 0 ? 'tombstones' : write.write;
  boundary(`before ${what} are stored`);
  const seen = await commit.call(this, write);
  console.log(`${what}: ${seen.saw}`);
  boundary(`after ${what} are stored`);
  return seen;
};

const ring = keyRingOf({ CREDENTIAL_KEYS: [], CUELINE_SECRET });
const [pool, leases] = [mailPool({ url, max: 4 }), mailPool({ url, max: 1 })];
const watch = assembleMailIn({
  ...{ pool, leases, slots: 100, afterContents: () => undefined, ...(TIMES && { times: JSON.parse(TIMES) }) },
  access: {
    ...{ clients: {}, credentials: new Credentials(pool, ring), tokens: new OAuthTokens(pool, ring) },
    allow: parseHostList('127.0.0.1'),
  },
});
const heard = { [MAILBOXES_CHANNEL]: (id) => watch.heard(id) };
const listener = new ChannelListener(url, heard, () => undefined);
watch.start();
await listener.start();
console.log('started');
