/** Programs fetched once per user, each beside the SHA-256 it must have: a file that was cut off or changed is never run. */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sha256 } from './wheel.mjs';

export const cacheFolder = () =>
  path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'cueline');

const hashFile = (name) => path.join(cacheFolder(), `${name}.sha256`);

/**
 * @param {{ cacheName: string, fileSha256: string }} wanted the hash holds where none was stored with the download
 * @param {(step: string) => void} progress told when a damaged file is thrown away
 * @returns {Promise<string | undefined>} the path of the program, when it is there and whole
 */
export async function cached({ cacheName: name, fileSha256 }, progress) {
  const file = path.join(cacheFolder(), name);
  if (!existsSync(file)) return undefined;
  const wanted = existsSync(hashFile(name)) ? readFileSync(hashFile(name), 'utf8').trim() : fileSha256;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') === wanted) return file;
  progress(`${file} is not what was downloaded; fetching it again`);
  rmSync(file, { force: true });
  return undefined;
}

/** Written beside and renamed, so that an interrupted download never looks like a program. @returns {string} its path */
export function intoCache(name, bytes) {
  const file = path.join(cacheFolder(), name);
  const partial = `${file}.${process.pid}.part`;
  try {
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(partial, bytes, { mode: 0o755 });
    writeFileSync(hashFile(name), sha256(bytes));
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  return file;
}
