import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { apiKeys } from '@cueline/contracts';
import { seed } from '../../tools/start/build.mjs';
import { welcome } from '../../tools/start/welcome.mjs';
import { describedRoutes, type Described } from '@cueline/testkit/api-description';
import { blocksOf, inlineCode, pages, pageText, root } from '@cueline/testkit/markdown';
import { signIn, TestApi } from '@cueline/testkit/test-api';

jest.setTimeout(300_000);

/** What no test can run: it starts, tests or measures the product itself. */
const UNRUN = /^npm (?:start|test|run bench)\b/;
/** Blocks that a test elsewhere compares with what the product does, by their note. */
const COMPARED = ['the posted request', 'the posted body'];

const apiKey = 'cue_of_the_first_steps';
const ownerPassword = 'a long enough password';
let api: TestApi;
let routes: Described[];
/** The reader's folder: what is written there is not in the repository. */
let folder: string;

beforeAll(async () => {
  api = await TestApi.open();
  await seed(root, {
    DATABASE_URL: api.urls.database,
    SEED_OWNER_PASSWORD: ownerPassword,
    SEED_API_KEY: apiKey,
  });
  ({ routes } = await describedRoutes(api.urls.api));
  folder = mkdtempSync(path.join(tmpdir(), 'cueline-docs-'));
  for (const name of readdirSync(root)) symlinkSync(path.join(root, name), path.join(folder, name));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await api.close();
});

/** The line that a reader pastes, out of what `npm start` prints. */
function pasted(): string {
  const ports = { api: Number(new URL(api.urls.api).port), catcher: 1 };
  const settings = { ports, external: {}, state: '', namespace: '', ownerEmail: '' };
  return /^\s*(export .*)$/m.exec(welcome(settings, { ownerPassword, apiKey }))![1]!;
}

const commandLines = (text: string) =>
  text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));

/** @returns what a shell prints that stops at the first command which fails */
function shell(script: string): Promise<{ code: number; said: string }> {
  const trapped = `trap 'echo "Failed: $BASH_COMMAND" >&2' ERR\n${script}`;
  const { PATH, HOME } = process.env;
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { PATH, HOME }, timeout: 240_000 };
    execFile('bash', ['-eEo', 'pipefail', '-c', trapped], options, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, said: `${out}\n${err}` }),
    );
  });
}

describe('the commands of the documentation', () => {
  const withCommands = pages.filter((page) =>
    blocksOf(page).some(({ language, note }) => language === 'sh' && !note.startsWith('not run')),
  );

  it.each(withCommands)('%s runs as it is printed, with what npm start prints', async (page) => {
    const blocks = blocksOf(page);
    for (const { language, note, text } of blocks)
      if (language === 'json' && note.startsWith('file: '))
        writeFileSync(path.join(folder, note.slice(6)), text);
    const commands = blocks.filter(({ language, note }) => language === 'sh' && note === '');
    const script = [pasted(), ...commands.map(({ text }) => text)].join('\n');
    expect(await shell(script)).toEqual({ code: 0, said: expect.not.stringContaining('Failed: ') });
  });

  it('of curl end with an error when they are refused', () => {
    for (const page of pages)
      for (const call of pageText(page).matchAll(/\bcurl .*/g))
        expect([page, call[0]]).toEqual([page, expect.stringContaining('--fail-with-body')]);
  });

  it('are each run, or say why not', () => {
    for (const { page, line, language, note, text } of pages.flatMap(blocksOf)) {
      const place = `${page}:${line} (${language} ${note})`;
      const known = ['sh', 'json', 'http', 'text'];
      expect([place, known]).toEqual([place, expect.arrayContaining([language])]);
      // A command may not hide as something else.
      if (language !== 'sh')
        expect([place, text]).toEqual([
          place,
          expect.not.stringMatching(/^\s*(?:npm|npx|node|curl|docker|export) /m),
        ]);
      if (language !== 'sh' || note === '') continue;
      expect([place, note]).toEqual([place, expect.stringMatching(/^not run: \S.{10,}/)]);
      for (const command of commandLines(text))
        expect([place, command]).toEqual([place, expect.stringMatching(UNRUN)]);
    }
  });

  it('in running text name what is there', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: object;
    };
    const described = new Set(
      routes.map(({ method, path: at }) => `${method} ${at.replaceAll(/\{\w+\}/g, '{}')}`),
    );
    for (const page of pages)
      for (const code of inlineCode(page)) {
        const script = /^npm (?:run )?([\w:-]+)/.exec(code)?.[1];
        if (script && !['ci', 'install', 'run'].includes(script))
          expect([page, Object.keys(scripts)]).toEqual([page, expect.arrayContaining([script])]);
        const file = /^(?:.* )?node ([\w/.-]+\.m?js)/.exec(code)?.[1];
        if (file) expect(() => readFileSync(path.join(root, file))).not.toThrow();
        const [, method, at] = /^(GET|POST|PUT|PATCH|DELETE) (\/(?:api\/)?v?1?[^\s?]*)/.exec(code) ?? [];
        if (at?.startsWith('/api/v1/')) {
          const route = `${method} ${at.replaceAll(/\{\w+\}/g, '{}')}`;
          expect([page, route, described.has(route)]).toEqual([page, route, true]);
        }
      }
  });
});

describe('the key of npm start', () => {
  it('has every scope that a key can have', async () => {
    const [key] = await api.rows<{ scopes: string[] }>('SELECT scopes FROM api_keys');
    expect([...key!.scopes].sort()).toEqual([...apiKeys.keyScope.options].sort());
  });

  it('of an earlier start gets the scopes that it lacks', async () => {
    await api.rows(`UPDATE api_keys SET scopes = '{records:read}'`);
    await seed(root, {
      DATABASE_URL: api.urls.database,
      SEED_OWNER_PASSWORD: ownerPassword,
      SEED_API_KEY: apiKey,
    });
    const [key] = await api.rows<{ scopes: string[] }>('SELECT scopes FROM api_keys');
    expect(key!.scopes).toHaveLength(apiKeys.keyScope.options.length);
  });
});

describe('the owner of the sample studio', () => {
  const seeded = (SEED_OWNER_EMAIL: string) =>
    seed(root, { DATABASE_URL: api.urls.database, SEED_OWNER_PASSWORD: ownerPassword, SEED_OWNER_EMAIL });

  it.each(['Robin+Studio@Sunday.Test', 'robin@münchen.example', 'Robin@XN--MNCHEN-3YA.example'])(
    'signs in as %s when the variable says so',
    async (email) => {
      await seeded(email);
      for (const typed of [email, email.toLowerCase(), email.toUpperCase()])
        expect((await signIn(api, typed, ownerPassword)).get).toBeDefined();
    },
  );

  it('is not made of an address that is none', async () => {
    await expect(seeded('robin')).rejects.toThrow('SEED_OWNER_EMAIL cannot be used: The @ is missing.');
  });
});

describe('the examples in JSON', () => {
  const examples = pages.flatMap(blocksOf).filter(({ language }) => ['json', 'http'].includes(language));

  it.each(
    examples.map(({ page, line, note, text, language }) => ({
      place: `${page}:${line}`,
      page,
      note,
      text,
      language,
    })),
  )('$place, $note, is held to what is there', ({ page, note, text, language }) => {
    const [, how, what] = /^(file|compared): (.+)$/.exec(note) ?? [];
    if (language === 'json') JSON.parse(text);
    if (how === 'file') {
      const commands = blocksOf(page).filter((one) => one.language === 'sh' && one.note === '');
      expect(commands.map((one) => one.text).join('\n')).toMatch(
        new RegExp(`[ @]${what!.replaceAll('.', '\\.')}\\b`),
      );
    } else if (!COMPARED.includes(what ?? '')) {
      expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(path.join(root, what ?? note), 'utf8')));
    }
  });
});
