import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const COMPRESSIBLE = /\.(?:js|css|html|svg|json|map)$/u;
/** Below this the headers weigh more than what is saved. */
const SMALLEST = 1_024;

/** Names the build, in the page and beside it, and keeps what is served compressed. */
export function buildOutput() {
  let dist;
  return {
    name: 'cueline-build-output',
    apply: 'build',
    configResolved: ({ root, build }) => {
      dist = path.resolve(root, build.outDir);
    },
    closeBundle: () => {
      const page = path.join(dist, 'index.html');
      const html = readFileSync(page, 'utf8');
      const files = readdirSync(dist, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/u.test(entry.name))
        .map((entry) => path.join(entry.parentPath, entry.name));
      // Names of assets carry their content's hash.
      const names = files.map((file) => path.relative(dist, file)).sort();
      const build = createHash('sha256')
        .update(`${html}\n${names.join('\n')}`)
        .digest('hex')
        .slice(0, 16);
      writeFileSync(page, html.replace('%CUELINE_BUILD%', build));
      writeFileSync(path.join(dist, 'build.json'), `${JSON.stringify({ build })}\n`);
      for (const file of files) if (COMPRESSIBLE.test(file)) compress(file);
    },
  };
}

function compress(file) {
  const content = readFileSync(file);
  if (content.length < SMALLEST) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
