import { text } from 'node:stream/consumers';
import { runCli } from './cli.js';

process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  out: (words) => void process.stdout.write(words),
  err: (words) => void process.stderr.write(words),
  stdin: () => text(process.stdin),
});
