/**
 * Reads every mail of a folder as what it may report: `node test/corpora/bounces.mjs FOLDER`. The rooms are built first. Each mail is one line, none is passed over, and
 * the last line is how many of each there were. Public sets of bounces are many megabytes, and their mails are other people's: they stay outside.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseMail, readMailReport } from '@cueline/email';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: node test/corpora/bounces.mjs FOLDER');
  process.exit(2);
}
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.eml'))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .sort();
const counts = new Map();
let slowest = 0;
for (const file of files) {
  const from = performance.now();
  const report = readMailReport(parseMail(readFileSync(file, 'latin1')));
  slowest = Math.max(slowest, performance.now() - from);
  const kind = report ? `${report.type} by ${report.form}` : 'no report';
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const recipients = report?.recipients.map(({ address, kind, status }) =>
    [address, kind, status].filter(Boolean).join(' '),
  );
  console.log(
    [
      path.relative(folder, file),
      kind,
      ...(recipients ?? []),
      `${report?.messageIds.length ?? 0} names`,
    ].join('\t'),
  );
}
console.log(
  JSON.stringify({ mails: files.length, ...Object.fromEntries(counts), slowestMs: Math.round(slowest) }),
);
