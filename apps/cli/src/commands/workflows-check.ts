import { checkDefinition, explainProblem, readDocument, type Problem } from '@cueline/workflows';
import { exit, type Command } from '../command.js';
import { readText } from '@cueline/email';
import { problemLine } from '../offline.js';
import { readJson } from '../read-json.js';

/** Without a studio: what only a studio knows, its templates and brands, is not looked at. */
export const check: Command = {
  name: 'workflows check',
  usage: 'FILE... [--strict]',
  summary: 'Checks workflow files, without a studio; --strict takes warnings for errors.',
  args: { least: 1, most: 1_000 },
  options: { strict: { type: 'boolean' } },
  async run(invocation) {
    const { args, options, say } = invocation;
    const checked: { file: string; problems: readonly Problem[] }[] = [];
    for (const file of args) checked.push({ file, problems: problemsOf(await readJson(file, invocation)) });
    say(
      checked.map(({ file, problems }) => ({
        file,
        problems: problems.map((problem) => ({ ...problem, message: explainProblem(problem, 'en') })),
      })),
      checked.flatMap(({ file, problems }) =>
        problems.length === 0 ? [`${file}: nothing wrong`] : problems.map((one) => lineOf(file, one)),
      ),
    );
    const counts = ({ severity }: Problem) => Boolean(options['strict']) || severity === 'error';
    return checked.some(({ problems }) => problems.some(counts)) ? exit.no : exit.ok;
  },
};

function problemsOf(json: unknown): readonly Problem[] {
  const read = readDocument(json);
  if (!read.ok) return read.problems;
  const problems = checkDefinition(read.document.definition, { readText });
  return problems.map((problem) => ({ ...problem, path: `/definition${problem.path}` }));
}

const lineOf = (file: string, problem: Problem) => `${file}: ${problemLine(problem)}`;
