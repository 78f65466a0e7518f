import type { Command } from '../command.js';
import { rotate } from './keys-rotate.js';
import { mailReport } from './mail-report.js';
import { apply } from './workflows-apply.js';
import { check } from './workflows-check.js';
import { diff } from './workflows-diff.js';
import { exportWorkflow } from './workflows-export.js';
import { importWorkflow } from './workflows-import.js';
import { list } from './workflows-list.js';
import { publish } from './workflows-publish.js';
import { rehearse } from './workflows-rehearse.js';
import { test } from './workflows-test.js';

/** Every command; a new one is a file and a line here. */
export const commands: readonly Command[] = [
  list,
  check,
  test,
  rehearse,
  exportWorkflow,
  importWorkflow,
  apply,
  diff,
  publish,
  rotate,
  mailReport,
];
