import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface StaticFile {
  readonly type: string;
  /** As it was compressed when it was built, the smallest first; at the end as it is. */
  readonly representations: readonly Representation[];
}

interface Representation {
  readonly encoding?: string;
  readonly body: Buffer;
  /** Of the content: two builds in images whose files carry the same date must not be taken for one. */
  readonly etag: string;
}

const encodings = { br: '.br', gzip: '.gz' } as const;
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The files of a folder by the address they have below it. They are few and small (about 3 MB), and are kept in memory. */
export function readStaticFiles(root: string): ReadonlyMap<string, StaticFile> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const there = new Set(names);
  const compressed = (name: string): boolean =>
    Object.values(encodings).some(
      (suffix) => name.endsWith(suffix) && there.has(name.slice(0, -suffix.length)),
    );
  return new Map(
    names
      .filter((name) => !compressed(name))
      .map((name) => [`/${path.relative(root, name).split(path.sep).join('/')}`, fileOf(name, there)]),
  );
}

function fileOf(name: string, there: ReadonlySet<string>): StaticFile {
  const found = Object.entries(encodings).filter(([, suffix]) => there.has(name + suffix));
  return {
    type: types[path.extname(name)] ?? 'application/octet-stream',
    representations: [
      ...found.map(([encoding, suffix]) => ({ encoding, ...contentOf(name + suffix) })),
      contentOf(name),
    ],
  };
}

function contentOf(name: string): Pick<Representation, 'body' | 'etag'> {
  const body = readFileSync(name);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}
