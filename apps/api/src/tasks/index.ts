import { partOctets } from '@cueline/email/incoming';
import { backtestedRun } from '../features/backtests/backtested-run.js';
import { rehearsedView } from '../features/rehearsals/rehearsed-view.js';
import { checkTemplates } from '../features/templates/check-templates.js';
import { previewOf } from '../features/templates/preview-of.js';
import { checkDefinitions } from '../features/workflows/drafts/check-definitions.js';
import { editDefinition } from '../features/workflows/drafts/edit-definition.js';
import { readDefinition } from '../features/workflows/drafts/read-definition.js';
import { diffOf } from '../features/workflows/versions/diff-of.js';

/** The octets of one part of a mail that a stranger wrote. */
const mailPart = ({ raw, number }: { readonly raw: Uint8Array; readonly number: string }) =>
  partOctets(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1'), number);

/** What is done on threads: pure, plain data in and out. Each is the one way in which the product does it. */
export const tasks = {
  backtestedRun,
  checkDefinitions,
  checkTemplates,
  diffOf,
  editDefinition,
  mailPart,
  previewOf,
  readDefinition,
  rehearsedView,
} as const;
export type Tasks = typeof tasks;
