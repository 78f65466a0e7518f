/**
 * Mailboxes on Debian's Dovecot: what a first import costs beside reading and parsing the same mails by the libraries alone, how soon new mail is stored, and what
 * mailboxes cost in which nothing happens.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import { rolldown } from 'rolldown';
import { dovecotFolder } from '../provision/dovecot.mjs';
import { percentile, untilCount, usage } from './processes.mjs';

const MAILS = Number(process.env.BENCH_MAILS ?? 10_000);
const NEW_MAILS = Number(process.env.BENCH_NEW_MAILS ?? 200);
const IDLE_MAILBOXES = Number(process.env.BENCH_MAILBOXES ?? 200);
const IDLE_SECONDS = 60;
const CHECK_EVERY_MS = 10;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function mailboxes(stack, pool, row) {
  stack.env.SMTP_ALLOW = '127.0.0.1';
  const worker = await stack.startWorker();
  const { ImapServer, leave } = await imapServer(stack.root);
  const [full, quiet] = [await ImapServer.start(), await ImapServer.start()];
  try {
    const client = await connected(full);
    await fill(client, MAILS);
    await fill(await connected(quiet), 5);
    const floor = await readAndParse(full);
    row(`mails read and parsed per second, imapflow and mailparser alone`, floor.toFixed(0));
    await firstImport(stack, pool, worker, full, floor, row);
    await newMail(pool, client, await connected(full), row);
    await atRest(stack, pool, worker, quiet, row);
  } finally {
    await Promise.all([full.stop(), quiet.stop()]);
    leave();
  }
}

async function firstImport(stack, pool, worker, server, floor, row) {
  const peak = sampled(() => usage(worker).memoryMiB);
  const since = performance.now();
  await insertMailbox(stack, pool, server);
  const ms = await untilCount(() => countOf(pool, 'intake'), MAILS, since, 900_000);
  await untilCount(() => countOf(pool, `mailboxes WHERE state = 'live'`), 1, since, 900_000);
  const rate = (MAILS * 1_000) / ms;
  row(
    `first import of ${MAILS} mails: per second`,
    `${rate.toFixed(0)} (${((rate / floor) * 100).toFixed(0)} % of the floor)`,
  );
  row('the worker meanwhile, at most (MiB); runs', `${peak.stop()}; ${await countOf(pool, 'runs')}`);
}

async function newMail(pool, client, listener, row) {
  const [waits, told] = [[], []];
  await listener.mailboxOpen('INBOX', { readOnly: true });
  let heard = () => undefined;
  listener.on('exists', () => heard());
  void listener.idle();
  for (let n = 0; n < NEW_MAILS; n++) {
    const before = await countOf(pool, 'intake WHERE is_news');
    const since = performance.now();
    heard = () => told.push(performance.now() - since);
    await client.append('INBOX', mailOf(`new ${n}`));
    while ((await countOf(pool, 'intake WHERE is_news')) === before) await sleep(CHECK_EVERY_MS);
    waits.push(performance.now() - since);
    // The server tells of mails half a second late: each is to be told of by itself.
    await sleep(Math.random() * 500);
  }
  const ms = (all) => [0.5, 0.95, 1].map((p) => `${percentile(all, p).toFixed(0)} ms`).join(', ');
  row('new mail to a plain client that listens: p50, p95, longest', ms(told));
  row(`new mail to stored, ${NEW_MAILS} mails: p50, p95, longest`, ms(waits));
  listener.close();
}

async function atRest(stack, pool, worker, server, row) {
  const since = performance.now();
  for (let n = 0; n < IDLE_MAILBOXES; n++) await insertMailbox(stack, pool, server);
  const live = () => countOf(pool, `mailboxes WHERE state = 'live'`);
  const ms = await untilCount(live, IDLE_MAILBOXES + 1, since, 300_000);
  row(`${IDLE_MAILBOXES} mailboxes: connected and read after`, `${(ms / 1_000).toFixed(0)} s`);
  await sleep(10_000);
  const before = usage(worker);
  await sleep(IDLE_SECONDS * 1_000);
  const after = usage(worker);
  const share = ((after.cpuSeconds - before.cpuSeconds) / IDLE_SECONDS) * 100;
  row('the worker with all of them at rest: MiB; of a core', `${after.memoryMiB}; ${share.toFixed(1)} %`);
}

const countOf = async (pool, from) =>
  Number((await pool.query(`SELECT count(*) FROM ${from}`)).rows[0].count);

/** The highest of what is looked at until it is stopped. */
function sampled(look) {
  let highest = 0;
  const timer = setInterval(() => (highest = Math.max(highest, look())), 100);
  return {
    stop: () => {
      clearInterval(timer);
      return highest;
    },
  };
}

async function insertMailbox({ root, env }, pool, { host, port }) {
  const { Credentials, keyRingOf } = await import(
    pathToFileURL(path.join(root, 'libs/database/dist/index.js')).href
  );
  const { rows } = await pool.query('SELECT id, studio_id FROM brands ORDER BY is_default DESC LIMIT 1');
  const { id: brandId, studio_id: studioId } = rows[0];
  const ring = keyRingOf({ CREDENTIAL_KEYS: [], CUELINE_SECRET: env.CUELINE_SECRET });
  const secret = { kind: 'password', secret: 'x', expiresAt: null };
  const credential = await new Credentials(pool, ring).create(studioId, secret);
  await pool.query(
    `INSERT INTO mailboxes (id, studio_id, brand_id, address, host, port, security, auth, username, credential_id)
     VALUES ($1, $2, $3, $7, $4, $5, 'none', 'password', 'studio', $6)`,
    [randomUUID(), studioId, brandId, host, port, credential, `hello-${randomUUID()}@bench.test`],
  );
}

async function connected({ host, port }) {
  const auth = { user: 'studio', pass: 'x' };
  const client = new ImapFlow({ host, port, secure: false, auth, logger: false, disableAutoIdle: true });
  await client.connect();
  return client;
}

/** Old mails of 2 to 20 kB. */
async function fill(client, count) {
  const at = new Date(Date.now() - 30 * 86_400_000);
  for (let n = 0; n < count; n++) await client.append('INBOX', mailOf(`old ${n}`, 1 + (n % 10)), [], at);
}

const paragraph =
  'We would love to hear which of the two dates suits you, and whether the garden is still free in the evening. ';
const mailOf = (name, kilobytes = 1) =>
  [
    `Message-ID: <${randomUUID()}@clients.test>`,
    `From: Mara Client <mara@clients.test>`,
    'To: hello@bench.test',
    `Subject: About the day, ${name}`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    paragraph.repeat(kilobytes * 9),
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>${paragraph.repeat(kilobytes * 9)}</p>`,
    '--b--',
    '',
  ].join('\r\n');

/** @returns mails a second */
async function readAndParse(server) {
  const client = await connected(server);
  const { exists } = await client.mailboxOpen('INBOX', { readOnly: true });
  const since = performance.now();
  for await (const { source } of client.fetch('1:*', { uid: true, source: true })) await simpleParser(source);
  client.close();
  return (exists * 1_000) / (performance.now() - since);
}

/** The suites' own server, whose source Node does not read as it is. */
async function imapServer(root) {
  process.env.TEST_DOVECOT_HOME ??= await dovecotFolder(() => undefined);
  const folder = mkdtempSync(path.join(tmpdir(), 'cueline-bench-imap-'));
  const bundle = await rolldown({
    input: path.join(root, 'libs/testkit/src/imap-server.ts'),
    platform: 'node',
  });
  const file = path.join(folder, 'imap-server.mjs');
  await bundle.write({ file });
  const { ImapServer } = await import(pathToFileURL(file).href);
  return { ImapServer, leave: () => rmSync(folder, { recursive: true, force: true }) };
}
