import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { wordCases } from '../../tools/lint/words.cases.mjs';
import { replacedTerms, replacedTermsIn } from '../../tools/lint/words.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The words themselves, what others have written, and what is data: recorded runs, mails and lists of names. */
const leftOut = [
  /^docs\/glossary\.md$/,
  /^tools\/lint\/words(\.cases)?\.mjs$/,
  /^package-lock\.json$/,
  /\/temporal\/histories\//,
  /\/LICENSE$/,
  /^libs\/email\/src\/autoreply\/.*\.json$/,
];

describe('a word that the glossary has replaced', () => {
  it('has examples, each', () => {
    expect(wordCases.map(({ was }) => was)).toEqual(replacedTerms.map(({ was }) => was));
  });

  it.each(wordCases)('is found where it is meant, and nowhere else: $was', ({ was, found, fine }) => {
    const pattern = replacedTerms.find((one) => one.was === was)!.found;
    for (const text of found) expect([text, pattern.test(text)]).toEqual([text, true]);
    for (const text of fine) expect([text, pattern.test(text)]).toEqual([text, false]);
  });

  it('is in no source, name of a file, document, description or catalog of texts', () => {
    const names = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
      .split('\n')
      .filter((name) => /\.(ts|tsx|mjs|js|sql|prisma|md|css|html|json|ya?ml|py|sh)$/.test(name))
      .filter((name) => !leftOut.some((one) => one.test(name)));
    expect(names.length).toBeGreaterThan(1_000);
    expect(
      replacedTermsIn(new Map(names.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]))),
    ).toEqual([]);
  });
});
