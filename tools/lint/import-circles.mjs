import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const LEFT_OUT = new Set(['node_modules', 'dist', 'generated', '.nx']);
const SOURCE = /(?<!\.d)\.(?:ts|tsx|mts|mjs)$/;

/** The source files of some folders, as absolute paths. */
export function sourcesIn(...folders) {
  return folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const at = path.join(folder, entry.name);
      if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : sourcesIn(at);
      return SOURCE.test(entry.name) ? [path.resolve(at)] : [];
    }),
  );
}

const isFile = (at) => existsSync(at) && statSync(at).isFile();

/** The file that a relative specifier means; undefined for one that is no source, such as a style sheet. */
function fileOf(specifier, from) {
  const at = path.resolve(path.dirname(from), specifier);
  return [at, at.replace(/\.js$/, '.ts'), at.replace(/\.js$/, '.tsx')].find(
    (one) => SOURCE.test(one) && isFile(one),
  );
}

/** What a file imports by relative paths, `import type`, re-exports and `import()` among them. */
const importsOf = (file, read) =>
  ts
    .preProcessFile(read(file), true, true)
    .importedFiles.flatMap(({ fileName }) =>
      fileName.startsWith('.') ? (fileOf(fileName, file) ?? []) : [],
    );

/**
 * Circles of imports, types included, which linters pass over. Each circle is given once, as the files that reach one another (Tarjan's strongly
 * connected components, with a stack of its own).
 * @param read the text of a file; given by the rule's own test
 */
export function importCircles(files, read = (file) => readFileSync(file, 'utf8')) {
  const imports = new Map(files.map((file) => [file, importsOf(file, read)]));
  const [index, low] = [new Map(), new Map()];
  const [open, circles] = [[], []];
  const begin = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    open.push(file);
    return { file, next: (imports.get(file) ?? [])[Symbol.iterator]() };
  };
  for (const first of files) {
    if (index.has(first)) continue;
    const visiting = [begin(first)];
    while (visiting.length > 0) {
      const { file, next } = visiting.at(-1);
      const { value: to, done } = next.next();
      if (!done) {
        if (!index.has(to)) visiting.push(begin(to));
        else if (open.includes(to)) low.set(file, Math.min(low.get(file), index.get(to)));
        continue;
      }
      visiting.pop();
      const above = visiting.at(-1)?.file;
      if (above) low.set(above, Math.min(low.get(above), low.get(file)));
      if (low.get(file) !== index.get(file)) continue;
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1 || imports.get(file)?.includes(file)) circles.push(circle.sort());
    }
  }
  return circles;
}
