/** How long pages of conversations and searches take with a hundred thousand emails, one request after the other over HTTP. */
import { pagesOf } from './pages-of.mjs';

const MESSAGES = 100_000;
const THREADS = 30_000;
/** Of each word, how many emails have it: all, one in ten, a hundred, three. */
const texts = `concat_ws(' ', 'hello', 'wedding', CASE WHEN n % 10 = 0 THEN 'flowers' END, CASE WHEN n % 1000 = 7 THEN 'peonies' END, CASE WHEN n % 33333 = 5 THEN 'zeppelin' END,
  md5(n::text), md5((n * 7)::text), repeat('we would like to know more about the day ', 12))`;

async function fillConversations(pool) {
  const { rows } = await pool.query(
    `SELECT b.studio_id AS studio, b.id AS brand FROM brands b WHERE b.is_default LIMIT 1`,
  );
  const [{ studio, brand }] = rows;
  const fill = (sql) =>
    pool.query(sql.replaceAll('$studio', `'${studio}'::uuid`).replaceAll('$brand', `'${brand}'::uuid`));
  const at = `now() - interval '3650 days' * (n::float / ${MESSAGES})`;
  await fill(
    `CREATE TABLE bench_threads AS SELECT n, gen_random_uuid() AS id FROM generate_series(0, ${THREADS - 1}) n;
     ALTER TABLE bench_threads ADD PRIMARY KEY (n);
     INSERT INTO threads (id, studio_id, brand_id, subject, base_subject, started_at, last_at, boxes)
     SELECT id, $studio, $brand, 'Question ' || n, 'question ' || n, now(), now(), CASE n % 5 WHEN 0 THEN '{archive}' ELSE '{inbox}' END::folder_role[] FROM bench_threads;
     CREATE TABLE bench_messages AS SELECT n, gen_random_uuid() AS id, (SELECT t.id FROM bench_threads t WHERE t.n = m.n::bigint * ${THREADS} / ${MESSAGES + 1}) AS thread,
       ${texts} AS words FROM generate_series(1, ${MESSAGES}) m(n)`,
  );
  await fill(
    `INSERT INTO messages (id, studio_id, brand_id, thread_id, direction, kind, message_id, from_address, subject, text, reply_text, html, snippet, occurred_at)
     SELECT id, $studio, $brand, thread, (CASE n % 3 WHEN 0 THEN 'outgoing' ELSE 'incoming' END)::message_direction, CASE n % 3 WHEN 0 THEN NULL ELSE 'human' END::message_kind,
       '<' || n || '@many.test>', 'c' || n % 5000 || '@many.test', 'Question ' || n, words, words, '', left(words, 80), ${at} FROM bench_messages`,
  );
  await fill(
    `INSERT INTO message_people (studio_id, message_id, role, n, name, address, key)
     SELECT $studio, id, (CASE n % 3 WHEN 0 THEN 'to' ELSE 'from' END)::message_role, 0, 'Client ' || n % 5000, 'c' || n % 5000 || '@many.test', 'c' || n % 5000 || '@many.test'
     FROM bench_messages`,
  );
  await fill(
    `INSERT INTO message_search (studio_id, message_id, at, people, files, words)
     SELECT $studio, id, ${at}, 'question ' || n || ' client ' || n % 5000 || ' c' || n % 5000 || ' many test', '', to_tsvector('simple', words) || to_tsvector('simple', 'client ' || n % 5000)
     FROM bench_messages`,
  );
  await fill(
    `UPDATE threads t SET message_count = s.count, last_at = s.last, last_in_at = s.last_in, last_out_at = s.last_out, unread_count = (random() < 0.05)::int
     FROM (SELECT thread_id, count(*)::int AS count, max(occurred_at) AS last, max(occurred_at) FILTER (WHERE direction = 'incoming') AS last_in,
       max(occurred_at) FILTER (WHERE direction = 'outgoing') AS last_out FROM messages WHERE thread_id IS NOT NULL GROUP BY thread_id) s WHERE s.thread_id = t.id`,
  );
  await pool.query('VACUUM ANALYZE threads, messages, message_people, message_search');
}

/** @param row prints a figure */
export async function conversations(stack, pool, row) {
  const since = performance.now();
  await fillConversations(pool);
  row(
    `${MESSAGES} emails in ${THREADS} conversations filled`,
    `${((performance.now() - since) / 1_000).toFixed(0)} s`,
  );
  const { get, measure } = pagesOf(stack, row);
  const boxes = ['inbox', 'unlinked', 'needsAnswer', 'sent', 'archive', 'junk', 'all'];
  for (const box of boxes) await measure(`threads?box=${box}`, () => `threads?box=${box}`);
  await measure('threads?unread=true', () => 'threads?unread=true');
  await measure('threads/counts', () => 'threads/counts');
  const words = [
    'hello',
    'flowers',
    'peonies',
    'zeppelin',
    'nobodysword',
    'client%2049',
    'lient%2049',
    'fl',
    'c',
  ];
  for (const word of words)
    await measure(`threads?box=all&search=${word}`, () => `threads?box=all&search=${word}`);
  let cursor = '';
  for (let page = 0; page < 30; page++)
    cursor = (await get(`threads?limit=100${cursor && `&cursor=${cursor}`}`)).body.nextCursor;
  await measure('threads after 3,000', () => `threads?cursor=${cursor}`);
  const [{ id }] = (await get('threads?box=all&limit=1')).body.items;
  await measure('threads/…', () => `threads/${id}`);
}
