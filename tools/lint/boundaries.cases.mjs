/** One deliberately bad import for each boundary: [rule's room, file it would stand in, import it would make]. */
export const badImports = [
  ['everywhere', 'apps/api/src/platform/x.ts', '@cueline/workflows/src/definition/index.js'],
  ['everywhere', 'apps/worker/src/x.ts', '../../../libs/workflows/src/index.js'],
  ['libs', 'libs/email/src/smtp/x.ts', '@nestjs/common'],
  ['libs', 'libs/email/src/smtp/x.ts', '@cueline/worker'],
  ['workflows-pure', 'libs/workflows/src/interpreter/x.ts', 'node:crypto'],
  ['workflows-pure', 'libs/workflows/src/kinds/wait/x.ts', '@temporalio/workflow'],
  ['workflow-code', 'libs/workflows/src/temporal/x.ts', 'node:fs'],
  ['email-pure', 'libs/email/src/templates/x.ts', 'node:vm'],
  ['email-pure', 'libs/email/src/message/x.ts', 'nodemailer'],
  ['contracts', 'libs/contracts/src/x.ts', '@cueline/database'],
  ['database', 'libs/database/src/x.ts', '@temporalio/client'],
  ['api', 'apps/api/src/platform/x.ts', '@temporalio/client'],
  ['api-services', 'apps/api/src/features/clients/clients.service.ts', '@prisma/client'],
  ['worker', 'apps/worker/src/send/x.ts', 'nodemailer'],
  ['cli', 'apps/cli/src/x.ts', '@cueline/database'],
  ['cli', 'apps/cli/src/x.ts', 'pg'],
  ['cli', 'apps/cli/src/x.ts', '@cueline/email/smtp'],
  ['builder-ui', 'apps/builder-ui/src/features/x.tsx', 'node:path'],
  ['builder-ui', 'apps/builder-ui/src/features/x.tsx', '@cueline/database'],
];

/** The imports that the same rooms live by, so that a rule that refuses everything is caught too. */
export const goodImports = [
  ['apps/api/src/platform/x.ts', '@cueline/workflows'],
  ['libs/workflows/src/interpreter/x.ts', '../definition/index.js'],
  ['libs/workflows/src/timing/x.ts', 'luxon'],
  ['libs/workflows/src/temporal/x.ts', '@temporalio/workflow'],
  ['libs/email/src/templates/x.ts', 'nunjucks/src/parser'],
  ['libs/email/src/smtp/x.ts', 'nodemailer'],
  ['libs/contracts/src/x.ts', 'zod'],
  ['apps/worker/src/send/x.ts', '@cueline/email/smtp'],
  ['apps/cli/src/x.ts', '@cueline/workflows'],
  ['apps/cli/src/x.ts', '@cueline/email'],
  ['apps/cli/src/x.ts', 'node:fs/promises'],
  ['apps/builder-ui/src/features/x.tsx', '@cueline/contracts'],
];
