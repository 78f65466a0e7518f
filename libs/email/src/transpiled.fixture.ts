import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const source = fileURLToPath(new URL('./', import.meta.url));
/** What templates need of the workflow language, which has no package of its own to be found by here. */
const locale = path.resolve(source, '../../workflows/src/locale');
const modules = path.resolve(source, '../../../node_modules');

/** Folders of the sources as JavaScript, for what Jest cannot transform: a thread of its own, a process with other flags. */
export function transpiled(...folders: readonly string[]): {
  url: (file: string) => URL;
  remove: () => void;
} {
  const out = mkdtempSync(path.join(tmpdir(), 'cueline-email-'));
  symlinkSync(modules, path.join(out, 'node_modules'));
  writeFileSync(path.join(out, 'package.json'), '{ "type": "module" }');
  for (const folder of [...folders, 'locale']) {
    const from = folder === 'locale' ? locale : path.join(source, folder);
    mkdirSync(path.join(out, folder), { recursive: true });
    const toLocale = path.posix.join(path.posix.relative(folder, 'locale'), 'index.js');
    for (const name of readdirSync(from)) {
      if (!/^[\w-]+\.ts$/.test(name)) continue;
      const { code } = transformSync(readFileSync(path.join(from, name), 'utf8'), {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
      });
      writeFileSync(
        path.join(out, folder, name.replace(/\.ts$/, '.js')),
        code.replaceAll('@cueline/workflows/locale', toLocale),
      );
    }
  }
  return {
    url: (file) => pathToFileURL(path.join(out, file)),
    remove: () => rmSync(out, { recursive: true, force: true }),
  };
}
