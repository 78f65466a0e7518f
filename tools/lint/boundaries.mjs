import { readdirSync } from 'node:fs';

/**
 * Which room may import what. The rooms are folders, so the rules are folder-level import bans; each has one
 * deliberately bad import in boundaries.cases.mjs that proves it bites.
 */
const spec = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.fixture.ts', '**/testing/**', 'libs/testkit/**'];

/** Any specifier but a relative one and the packages named: an allow-list, so that a new dependency is a decision. */
const onlyAllow = (...packages) => `^(?!\\.{1,2}/|(?:${packages.join('|')})(?:/|$))`;

const room = (name, files, patterns, ignores = spec) => ({
  name: `cueline/boundary/${name}`,
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns: [...everywhere, ...patterns] }] },
});

/** ESLint replaces, not merges, a rule's options: what holds everywhere is repeated in each room. */
const everywhere = [
  {
    regex: '^@cueline/[^/]+/(?:src|dist)(?:/|$)',
    message: 'Import a lib by its entry points, never past them.',
  },
  { regex: '(?:^|/)\\.\\./(?:apps|libs)/', message: 'Import a lib by its package name, not by a path.' },
  {
    regex: '^@cueline/(?:api|cli|worker|builder-ui)(?:/|$)',
    message: 'Imports go downwards only: apps import libs.',
  },
  { regex: '^@cueline/testkit(?:/|$)', message: 'The testkit is for specs and their fixtures alone.' },
];
const ban = (regex, message) => ({ regex, message });

const mailTechnology = ban(
  '^(?:nodemailer|imapflow|mailparser|smtp-server)(?:/|$)',
  'Mail protocols belong to libs/email.',
);
const wayOut = ban(
  '^@cueline/email/transport$',
  'Mail leaves through apps/worker/src/mail-out/transports alone.',
);
const temporal = ban('^@temporalio/', 'Temporal is reached from the worker and from workflow code alone.');
const frameworks = ban('^@nestjs/', 'A lib knows no framework.');

const browser = [
  ban('^node:', 'The builder runs in a browser.'),
  ban(
    '^@tabler/',
    'An icon is imported from ~icons/tabler/<name>: a package of components is thousands of files.',
  ),
  ban(
    '^@cueline/(?:database|email(?!/(?:blocks|brand)$))(?:/|$)',
    'The builder knows the contract and the language, nothing behind them.',
  ),
];
/** Rooms of the screens, as a file inside of another room names them: by ways up alone before their name. */
const uiRooms = (...rooms) =>
  ban(
    `^(?:\\.\\./)+(?:${rooms.join('|')})/`,
    'Screens import downwards only: tools/lint/boundaries.mjs has the order.',
  );

/** One room of the screens each. */
export const features = readdirSync(new URL('../../apps/builder-ui/src/features', import.meta.url));
const otherFeatures = (own) =>
  ban(
    `^(?:\\.\\./)+(?:features/)?(?:${features.filter((name) => name !== own).join('|')})/`,
    'Features do not import each other: what several need is in domain/ or kit/.',
  );

/** @type {import('eslint').Linter.Config[]} */
export const boundaries = [
  room('everywhere', ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'], []),
  room('libs', ['libs/**/*.ts'], [frameworks]),
  room(
    'workflows-pure',
    ['libs/workflows/src/**/*.ts'],
    [
      ban(
        onlyAllow('zod', 'luxon', '@cueline/egress$'),
        'The workflow language is pure: no framework, database, network or Node built-in.',
      ),
    ],
  ),
  room(
    'workflows-locale',
    ['libs/workflows/src/locale/**/*.ts'],
    [ban(onlyAllow(), 'What all rooms share needs no package: a thread that fills templates in loads it.')],
  ),
  room(
    'workflow-code',
    ['libs/workflows/src/temporal/**/*.ts'],
    [
      ban(
        onlyAllow('@temporalio/workflow', '@temporalio/common'),
        'Workflow code imports the workflow package and the pure core alone.',
      ),
    ],
  ),
  room(
    'email-pure',
    ['libs/email/src/templates/**/*.ts', 'libs/email/src/message/**/*.ts', 'libs/email/src/calendar/**/*.ts'],
    [
      ban(
        onlyAllow('nunjucks', 'ical-generator', '@cueline/workflows/locale', '@cueline/workflows/language'),
        'Templates, messages and calendar files are pure: no transport, file or Node built-in.',
      ),
    ],
  ),
  room(
    'email-incoming',
    ['libs/email/src/mime/**/*.ts', 'libs/email/src/incoming/**/*.ts'],
    [
      ban(
        onlyAllow('chardet', 'sanitize-html', 'tldts', '@cueline/workflows/locale'),
        'What a mail says is read by pure code; `pool/` alone does it on threads.',
      ),
    ],
    [...spec, 'libs/email/src/incoming/pool/**'],
  ),
  room(
    'email-autoreply',
    ['libs/email/src/autoreply/**/*.ts'],
    [
      ban(
        onlyAllow('zod', '@cueline/workflows'),
        'Whether a machine may answer is decided by pure code: no package, no Node built-in, no clock.',
      ),
    ],
  ),
  room(
    'email-sync',
    ['libs/email/src/imap/core/**/*.ts'],
    [ban(onlyAllow(), 'The sync of a mailbox is pure: no package, no Node built-in, no clock.')],
  ),
  room(
    'email-blocks',
    ['libs/email/src/templates/blocks/**/*.ts'],
    [
      ban(
        onlyAllow('zod', '@cueline/workflows/locale', '@cueline/workflows/language'),
        'A block document is pure: the browser and the contract read it too.',
      ),
    ],
  ),
  room(
    'egress',
    ['libs/egress/src/*.ts'],
    [ban(onlyAllow(), 'What an address is, is pure; `guard/` holds connections to it.')],
  ),
  room(
    'contracts',
    ['libs/contracts/src/**/*.ts'],
    [
      ban(
        onlyAllow('zod', '@cueline/workflows', '@cueline/email/blocks$'),
        'The contract is shared with the browser: schemas only.',
      ),
    ],
  ),
  room('database', ['libs/database/src/**/*.ts'], [frameworks, mailTechnology, temporal]),
  room('api', ['apps/api/src/**/*.ts'], [mailTechnology, temporal, wayOut]),
  room(
    'api-services',
    ['apps/api/src/features/**/*.{service,controller}.ts'],
    [
      mailTechnology,
      temporal,
      ban('(?:^@prisma/|^pg$|/generated/)', 'Repositories alone touch the database.'),
    ],
  ),
  room('worker', ['apps/worker/src/**/*.ts'], [mailTechnology, wayOut]),
  room('worker-transports', ['apps/worker/src/mail-out/transports/**/*.ts'], [mailTechnology]),
  room(
    'cli',
    ['apps/cli/src/**/*.ts'],
    [
      ban(
        onlyAllow(
          '@cueline/contracts',
          '@cueline/workflows',
          '@cueline/email$',
          '@cueline/database/keys$',
          'node:[a-z/]+',
        ),
        'The CLI is a caller of the API: the contract, the languages of workflows and templates, the operator’s keys, and Node alone.',
      ),
    ],
  ),
  room('builder-ui', ['apps/builder-ui/src/**/*.{ts,tsx}'], browser),
  // Downwards: features and shell -> domain -> kit -> api-client, session -> messages.
  room(
    'ui-messages',
    ['apps/builder-ui/src/messages/**/*.ts'],
    [...browser, uiRooms('kit', 'domain', 'canvas-adapter', 'shell', 'features', 'session', 'api-client')],
  ),
  room(
    'ui-client',
    ['apps/builder-ui/src/api-client/**/*.ts'],
    [...browser, uiRooms('kit', 'domain', 'canvas-adapter', 'shell', 'features')],
  ),
  room(
    'ui-kit',
    ['apps/builder-ui/src/kit/**/*.{ts,tsx}'],
    [...browser, uiRooms('domain', 'canvas-adapter', 'shell', 'features')],
  ),
  room(
    'ui-domain',
    ['apps/builder-ui/src/{domain,canvas-adapter,session}/**/*.{ts,tsx}'],
    [...browser, uiRooms('shell', 'features')],
  ),
  room('ui-shell', ['apps/builder-ui/src/shell/**/*.{ts,tsx}'], [...browser, uiRooms('features')]),
  ...features.map((feature) =>
    room(
      `ui-feature-${feature}`,
      [`apps/builder-ui/src/features/${feature}/**/*.{ts,tsx}`],
      [...browser, uiRooms('shell'), otherFeatures(feature)],
    ),
  ),
];
