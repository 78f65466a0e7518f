import path from 'node:path';
import { fillText } from '@cueline/email';
import {
  explainProblem,
  readDocument,
  type FillFor,
  type Problem,
  type WorkflowDocument,
} from '@cueline/workflows';
import type { Invocation } from './command.js';
import { readJson } from './read-json.js';

/** Fills merge fields in as the product does. */
export const fillFor: FillFor = (formats) => (line, text, facts) =>
  fillText(line, text, { data: facts, formats, clock: () => performance.now() });

/** "error at /steps/0/template: Choose a template. (mail.noTemplate)" */
export const problemLine = (problem: Problem): string =>
  `${problem.severity} at ${problem.path || '/'}: ${explainProblem(problem, 'en')} (${problem.code})`;

/** A workflow's file, or what is wrong with it, one line each. @throws Unable when there is no such file, or it is not JSON */
export async function readWorkflow(
  file: string,
  invocation: Pick<Invocation, 'stdin'>,
): Promise<WorkflowDocument | readonly string[]> {
  const read = readDocument(await readJson(file, invocation));
  return read.ok ? read.document : read.problems.map((problem) => problemLine(problem));
}

/** A file that another one names, seen from that one. */
export const beside = (file: string, named: string): string =>
  path.resolve(file === '-' ? '.' : path.dirname(file), named);
