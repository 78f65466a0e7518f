/**
 * SQL stands in `*.sql.ts` files, and a table that several rooms need is written in its home alone. Each rule has bad examples in sql.cases.mjs that prove
 * that it bites.
 */
const STATEMENT =
  /\b(?:SELECT\s|INSERT INTO\s|DELETE FROM\s|UPDATE\s+"?[a-z_]+"?\s+(?:[a-z]\s+)?SET\s|(?:LEFT|INNER) JOIN\s)/;

/** The tables that have a home, and the names that Prisma gives them. */
const homes = [
  {
    folder: 'libs/database/src/ledger/',
    tables: [
      'sends',
      'mailed_facts',
      'mails_of_day',
      'mail_holds',
      'smtp_account_usage',
      'first_contacts',
      'first_contact_hours',
      'suppressions',
      'hand_mails',
    ],
    models: [
      'send',
      'mailedFact',
      'mailsOfDay',
      'mailHold',
      'smtpAccountUsage',
      'firstContact',
      'firstContactHour',
      'suppression',
      'handMail',
    ],
  },
  {
    // A mail that leaves has its message from the ledger, one that came in from its filing.
    folder: ['libs/database/src/ledger/', 'libs/database/src/mail/correspondence/'],
    tables: ['messages', 'message_links'],
    models: ['message', 'messageLink'],
  },
  {
    folder: 'libs/database/src/runs/',
    tables: ['runs', 'run_steps', 'run_signals', 'run_controls', 'approvals', 'event_matches'],
    models: ['run', 'runStep', 'runSignal', 'runControl', 'approval', 'eventMatch'],
  },
  {
    folder: 'libs/database/src/mail/',
    tables: [
      'mailboxes',
      'mailbox_leases',
      'mailbox_commands',
      'mail_workers',
      'mail_folders',
      'placements',
      'intake',
      'mail_journal',
      'received_mails',
      'threads',
      'thread_links',
      'message_ids',
      'message_people',
      'message_parts',
      'message_search',
    ],
    models: [
      'mailbox',
      'mailboxLease',
      'mailboxCommand',
      'mailWorker',
      'mailFolder',
      'placement',
      'intake',
      'mailJournal',
      'receivedMail',
      'thread',
      'threadLink',
      'messageId',
      'messagePerson',
      'messagePart',
      'messageSearch',
    ],
  },
  { folder: 'libs/database/src/outbox/', tables: ['events'], models: ['event'] },
  { folder: 'libs/database/src/webhooks/', tables: ['webhook_deliveries'], models: ['webhookDelivery'] },
  { folder: 'libs/database/src/credentials/', tables: ['credentials'], models: ['credential'] },
  {
    folder: 'libs/database/src/senders/',
    tables: ['senders', 'smtp_accounts'],
    models: ['sender', 'smtpAccount'],
  },
  {
    folder: 'libs/database/src/platform/',
    tables: ['idempotency_keys', 'attempts'],
    models: ['idempotencyKey', 'attempt'],
  },
  {
    folder: 'libs/database/src/accounts/',
    tables: ['account_mails', 'invitations', 'password_resets'],
    models: ['accountMail', 'invitation', 'passwordReset'],
  },
];
const WRITES = /^(?:create|update|upsert|delete)(?:Many)?(?:AndReturn)?$/;

const isIn = (context, folders) =>
  [folders].flat().some((folder) => context.filename.replaceAll('\\', '/').includes(folder));

/** Calls `check` with every text of a file: literals and the parts of templates. */
const forEachText = (check) => ({
  Literal: (node) => typeof node.value === 'string' && check(node, node.value),
  TemplateElement: (node) => check(node, node.value.raw),
});

const inItsFiles = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    if (context.filename.endsWith('.sql.ts')) return {};
    return {
      ...forEachText((node, text) => {
        if (STATEMENT.test(text))
          context.report({ node, message: 'SQL stands in *.sql.ts files beside their repository.' });
      }),
      MemberExpression(node) {
        if (
          /^\$(?:query|execute)Raw/.test(node.property.name ?? '') &&
          !isIn(context, 'src/client/statement.ts')
        )
          context.report({ node, message: 'Raw SQL runs as a statement, through onPrisma(tx).' });
      },
    };
  },
};

const inItsHome = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const foreign = homes.filter(({ folder }) => !isIn(context, folder));
    const report = (node, name, folder) =>
      context.report({ node, message: `${name} is written in ${[folder].flat().join(' and ')} alone.` });
    return {
      ...forEachText((node, text) => {
        for (const { folder, tables } of foreign)
          for (const table of tables)
            if (new RegExp(`\\b(?:INSERT INTO|UPDATE|DELETE FROM)\\s+"?${table}\\b`).test(text))
              report(node, table, folder);
      }),
      MemberExpression({ object, property }) {
        if (!WRITES.test(property.name ?? '') || object.type !== 'MemberExpression') return;
        const model = object.property.name;
        const home = foreign.find(({ models }) => models.includes(model));
        if (home) report(property, model, home.folder);
      },
    };
  },
};

const code = {
  files: ['apps/**/*.ts', 'libs/**/*.ts'],
  ignores: ['**/*.spec.ts', '**/*.fixture.ts', 'libs/database/src/seed/**', 'libs/testkit/**'],
};

/** @type {import('eslint').Linter.Config[]} */
export const sqlRules = [
  {
    name: 'cueline/sql',
    ...code,
    plugins: { cueline: { rules: { 'sql-in-its-files': inItsFiles, 'tables-in-their-home': inItsHome } } },
    rules: { 'cueline/sql-in-its-files': 'error', 'cueline/tables-in-their-home': 'error' },
  },
];
