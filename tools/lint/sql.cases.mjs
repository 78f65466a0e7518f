/** [rule, file it would stand in, code that breaks the rule] */
export const badSql = [
  ['cueline/sql-in-its-files', 'apps/worker/src/engine/x.repository.ts', "export const sql = 'SELECT 1';"],
  [
    'cueline/sql-in-its-files',
    'apps/api/src/features/x/x.service.ts',
    'export const sql = `UPDATE clients c SET name = $1`;',
  ],
  ['cueline/sql-in-its-files', 'libs/database/src/records/x.ts', 'export const sql = `DELETE FROM tasks`;'],
  [
    'cueline/sql-in-its-files',
    'apps/api/src/features/x/x.repository.ts',
    'export const x = (tx) => tx.$queryRawUnsafe(y);',
  ],
  [
    'cueline/tables-in-their-home',
    'apps/worker/src/webhooks/x.sql.ts',
    'export const sql = `UPDATE run_steps s SET reason = :reason`;',
  ],
  [
    'cueline/tables-in-their-home',
    'apps/api/src/features/x/x.sql.ts',
    'export const sql = `INSERT INTO sends (id) VALUES (1)`;',
  ],
  [
    'cueline/tables-in-their-home',
    'apps/worker/src/mail-in/x.sql.ts',
    'export const sql = `UPDATE placements SET gone_at = now()`;',
  ],
  [
    'cueline/tables-in-their-home',
    'libs/database/src/runs/x.sql.ts',
    'export const sql = `DELETE FROM mailed_facts`;',
  ],
  [
    'cueline/tables-in-their-home',
    'libs/database/src/ledger/x.sql.ts',
    'export const sql = `UPDATE runs SET reason = NULL`;',
  ],
  [
    'cueline/tables-in-their-home',
    'apps/api/src/features/x/x.repository.ts',
    'export const x = (tx) => tx.runSignal.create({});',
  ],
  [
    'cueline/tables-in-their-home',
    'apps/worker/src/engine/dispatcher/x.sql.ts',
    'export const sql = `UPDATE events SET dispatched_at = now()`;',
  ],
  [
    'cueline/tables-in-their-home',
    'libs/database/src/ledger/x.sql.ts',
    'export const sql = `UPDATE webhook_deliveries SET reason = NULL`;',
  ],
  [
    'cueline/tables-in-their-home',
    'apps/worker/src/clock/x.sql.ts',
    'export const sql = `DELETE FROM idempotency_keys`;',
  ],
  [
    'cueline/tables-in-their-home',
    'apps/api/src/features/x/x.repository.ts',
    'export const x = (tx) => tx.invitation.update({});',
  ],
];

/** [file, code that both rules let pass] */
export const goodSql = [
  ['apps/worker/src/webhooks/x.sql.ts', 'export const sql = `SELECT 1 FROM runs r JOIN sends s ON true`;'],
  ['libs/database/src/ledger/x.sql.ts', 'export const sql = `UPDATE sends SET state = :state`;'],
  ['libs/database/src/runs/x.sql.ts', 'export const sql = `UPDATE runs SET reason = NULL`;'],
  ['apps/api/src/features/x/x.repository.ts', 'export const x = (tx) => tx.run.findMany({});'],
  ['libs/email/src/smtp/x.ts', 'export const x = (mail) => mail.message.createReadStream();'],
  [
    'apps/worker/src/engine/x.ts',
    "export const label = 'Select a template, update it or delete it from the list';",
  ],
];
