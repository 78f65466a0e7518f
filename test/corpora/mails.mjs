/**
 * Reads every mail of the folders named, as the product does, and beside it by two parsers of others: `npm run corpus -- <folder> [--differences]`.
 * Says for each collection (a folder of the first level) how many were read, set aside or broke the reader, how long the slowest took, and how often each field
 * differs from a second reading; with `--differences`, each of them. Ends with 1 when a mail broke the reader or took a second.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IncomingPool } from '../../libs/email/dist/incoming/pool/incoming-pool.js';
import { classify } from '../../libs/email/dist/incoming/index.js';
import { differencesOf, fields, otherReadings } from './compare.mjs';

const SLOW_MS = 1_000;
const folders = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const isVerbose = process.argv.includes('--differences');
if (folders.length === 0) {
  console.error('Name a folder of mails: npm run corpus -- <folder> [--differences]');
  process.exit(2);
}

const isMail = (name) => !/\.(?:json|md|html?)$|^(?:LICENSE|README|COPYING)/i.test(path.basename(name));
const mailsIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isMail(entry.name) && !entry.parentPath.includes('LICENSES'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
const collectionOf = (folder, file) =>
  path.relative(folder, file).split(path.sep).slice(0, -1)[0] ?? path.basename(folder);

const pool = new IncomingPool(new URL('../../libs/email/dist/program/thread.js', import.meta.url), 1);
const table = new Map();
let bad = 0;
for (const folder of folders)
  for (const file of mailsIn(folder)) {
    const raw = readFileSync(file);
    const began = performance.now();
    const read = await pool.read('corpus', raw);
    const ms = performance.now() - began;
    const row = rowOf(collectionOf(folder, file));
    row.mails++;
    row.slowest = Math.max(row.slowest, Math.round(ms));
    // The first mail also waits for the thread to start.
    if (ms > SLOW_MS && table.size + row.mails > 2) bad++;
    if (read.state === 'quarantined') {
      row[read.limit === 'fault' ? 'faults' : 'aside']++;
      if (read.limit === 'fault') bad++;
      console.log(`${file}: ${read.limit} ${read.detail}`);
      continue;
    }
    const { kind } = classify(read.mail, { formSenders: new Set(), minutesAfterOurs: null });
    row[kind] = (row[kind] ?? 0) + 1;
    const others = await otherReadings(raw);
    const found = differencesOf(read.mail, others);
    for (const { field, ours, theirs } of found) {
      row[field]++;
      if (isVerbose)
        console.log(
          `${path.relative(folder, file)} · ${field}\n  ours   ${show(ours)}\n  theirs ${theirs.map(show).join('\n         ')}`,
        );
    }
  }
await pool.close();
console.table(Object.fromEntries(table));
process.exit(bad > 0 ? 1 : 0);

function rowOf(name) {
  const row = table.get(name) ?? {
    mails: 0,
    aside: 0,
    faults: 0,
    slowest: 0,
    ...Object.fromEntries(fields.map((field) => [field, 0])),
  };
  table.set(name, row);
  return row;
}
function show(value) {
  return JSON.stringify(value)?.slice(0, 300) ?? 'undefined';
}
