#!/usr/bin/env node
// Stands in the source, since npm links a program only if it is there when packages are installed; what it runs is built later.
import { existsSync } from 'node:fs';

const main = new URL('../dist/program/main.js', import.meta.url);
if (existsSync(main)) await import(main);
else {
  console.error('cueline is not built yet. Run `npm run build` first.');
  process.exitCode = 2;
}
