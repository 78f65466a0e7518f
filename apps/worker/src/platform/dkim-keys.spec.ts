import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readConfiguration } from './configuration.js';

const folder = mkdtempSync(path.join(tmpdir(), 'cueline-dkim-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
}
const rsa = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({ type: 'pkcs8', format: 'pem' });
const good = file('good.pem', rsa(2_048) as string);
const edwards = file(
  'edwards.pem',
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
);
const read = (DKIM_KEYS: string, more: NodeJS.ProcessEnv = {}) =>
  readConfiguration({
    DATABASE_URL: 'postgresql://u:p@127.0.0.1:5432/cueline',
    CUELINE_SECRET: 'x'.repeat(32),
    PLATFORM_MAIL_DOMAIN: 'mail.cueline.test',
    DKIM_KEYS,
    ...more,
  }).dkimKeys.map(({ domain, selector, algorithm }) => `${selector} ${domain} ${algorithm}`);

describe('the keys that sign the platform’s mails', () => {
  it('are read in their order, for the platform’s domain', () => {
    expect(read('')).toEqual([]);
    expect(read(` mail2027=${good}, ed=${edwards},`)).toEqual([
      'mail2027 mail.cueline.test rsa-sha256',
      'ed mail.cueline.test ed25519-sha256',
    ]);
  });

  it('may be those of a domain above it', () =>
    expect(read(`a=${good}`, { DKIM_DOMAIN: 'Cueline.test' })).toEqual(['a cueline.test rsa-sha256']));

  const short = file('short.pem', rsa(768) as string);
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const other = file('curve.pem', curve.export({ type: 'pkcs8', format: 'pem' }) as string);
  const cipher = { cipher: 'aes-256-cbc', passphrase: 'geheim' } as const;
  const locked = file('locked.pem', curve.export({ type: 'pkcs8', format: 'pem', ...cipher }) as string);
  const noise = file('noise.pem', 'c2VjcmV0 no key');
  it.each([
    ['a file that is not there', 'a=/nowhere/a.pem', '“a”: the file /nowhere/a.pem cannot be read (ENOENT)'],
    ['no file', 'a=', '“a”: the file (none) cannot be read'],
    ['no selector', good, 'must be selector=file, as in'],
    ['a selector that is no name', `a_b=${good}`, 'must be selector=file, as in'],
    ['a selector twice', `a=${good},A=${good}`, '“a” is named twice'],
    ['no key', `a=${noise}`, `“a”: ${noise} holds no private key in PEM`],
    ['a short key', `a=${short}`, 'holds an RSA key of 768 bits; verifiers take 1024 to 4096'],
    ['a key of another kind', `a=${other}`, 'holds a key of type ec; DKIM knows RSA and Ed25519'],
    ['a key with a passphrase', `a=${locked}`, 'holds a key with a passphrase'],
    ['five keys', 'abcde'.replace(/./g, `$&=${good},`), 'names 5 keys; at most 4 sign'],
  ])('%s: the start says so, and nothing of the key', (_, keys, message) => {
    expect(() => read(keys)).toThrow(`  DKIM_KEYS: `);
    expect(() => read(keys)).toThrow(message);
    expect(() => read(keys)).not.toThrow(/PRIVATE KEY|c2Vj/);
  });

  it.each(['other.test', 'test', 'eline.test', 'x.mail.cueline.test'])(
    'of the domain %s are refused: they would say nothing about the sender',
    (DKIM_DOMAIN) =>
      expect(() => read(`a=${good}`, { DKIM_DOMAIN })).toThrow(
        `  DKIM_DOMAIN: “${DKIM_DOMAIN}” is neither mail.cueline.test nor a domain above it`,
      ),
  );
});
