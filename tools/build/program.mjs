/**
 * Joins what a program is made of, its packages included, into one file: `node program.mjs dist/main.js [dist/another.js ...]`, in its room, writes
 * `dist/program/<name>.js`.
 * Node finds, reads and links some 2,600 modules in over a second of CPU at each start; a restart costs half of that.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

/** Loaded from where they are: they find native code or files of their own beside them. */
const inPlace = [/^@temporalio\//, /^@css-inline\//, /^swagger-ui-dist/];
/** Packages try to load these, and go on without them. */
const absent = [
  /^@nestjs\/(?:websockets|microservices|platform-express)/,
  /^class-(?:validator|transformer)/,
  /^pg-native$/,
];
/** What packages do inside is theirs to fix: our own sources are checked by the compiler and by lint. */
const theirs = new Set(['UNRESOLVED_IMPORT', 'CIRCULAR_DEPENDENCY', 'EVAL']);

const entries = process.argv.slice(2);
const bundle = await rolldown({
  input: Object.fromEntries(entries.map((file) => [path.parse(file).name, path.resolve(file)])),
  platform: 'node',
  external: [...inPlace, ...absent],
  onLog(level, log, report) {
    if (!theirs.has(log.code)) report(level, log);
  },
});
const dir = path.join('dist', 'program');
rmSync(dir, { recursive: true, force: true });
await bundle.write({
  dir,
  format: 'esm',
  chunkFileNames: 'shared-[hash].js',
  // Packages written for `require` ask for the built-in modules by it.
  banner: `import { createRequire as $requireFrom } from 'node:module';\nconst require = $requireFrom(import.meta.url);`,
});
await bundle.close();
