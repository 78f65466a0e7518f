import { readScenarios, runScenario, scenariosJsonSchema, type ScenarioResult } from '@cueline/workflows';
import { exit, Unable, type Command, type Invocation } from '../command.js';
import { beside, fillFor, problemLine, readWorkflow } from '../offline.js';
import { readJson } from '../read-json.js';

/** What became of one test file: its tests, or why it could not be read. */
interface Tested {
  readonly file: string;
  readonly unable: readonly string[];
  readonly tests: readonly ScenarioResult[];
}

/** Needs no studio and no server: the same answer wherever it runs. */
export const test: Command = {
  name: 'workflows test',
  usage: 'FILE... | --schema',
  summary: 'Rehearses workflow files as test files say, and compares what happens with what they expect.',
  args: { least: 0, most: 1_000 },
  options: { schema: { type: 'boolean' } },
  async run(invocation) {
    const { args, options, out, say } = invocation;
    if (options['schema']) {
      out(`${JSON.stringify(scenariosJsonSchema(), null, 2)}\n`);
      return exit.ok;
    }
    if (args.length === 0) throw new Unable('Name the test files, such as reminder.test.json.');
    const tested: Tested[] = [];
    for (const file of args) tested.push(await testFile(file, invocation));
    say(tested.map(asJson), [...tested.flatMap(linesOf), summaryOf(tested)]);
    const { unable, differ } = countsOf(tested);
    return unable > 0 ? exit.unable : differ > 0 ? exit.no : exit.ok;
  },
};

async function testFile(file: string, invocation: Pick<Invocation, 'stdin'>): Promise<Tested> {
  const cannot = (...unable: string[]): Tested => ({ file, unable, tests: [] });
  try {
    const read = readScenarios(await readJson(file, invocation));
    if (!read.ok) return cannot(...read.problems.map((problem) => problemLine(problem)));
    const { scenarios } = read;
    const workflow = beside(file, scenarios.workflow);
    const document = await readWorkflow(workflow, invocation);
    if (!('definition' in document))
      return cannot(...document.map((line) => `${scenarios.workflow}: ${line}`));
    const tests = scenarios.tests.map((one) => runScenario(document, scenarios, one, fillFor));
    return { file, unable: [], tests };
  } catch (error) {
    if (error instanceof Unable) return cannot(error.message);
    throw error;
  }
}

const resultOf = (one: ScenarioResult): keyof typeof marks =>
  'unable' in one ? 'unable' : one.differences.length > 0 ? 'differs' : 'passed';

const asJson = ({ file, unable, tests }: Tested) => ({
  file,
  unable,
  tests: tests.map((one) => ({
    name: one.name,
    result: resultOf(one),
    differences: 'unable' in one ? [one.unable] : one.differences,
  })),
});

const marks = { passed: 'passed ', differs: 'differs', unable: 'unable ' } as const;

const linesOf = (tested: Tested): string[] => [
  tested.file,
  ...tested.unable.map((why) => `  unable   ${why}`),
  ...asJson(tested).tests.flatMap(({ name, result, differences }) => [
    `  ${marks[result]}  ${name}`,
    ...differences.map((line) => `             ${line}`),
  ]),
];

function countsOf(tested: readonly Tested[]) {
  const results = tested.flatMap(({ tests }) => tests.map(resultOf));
  const count = (result: ReturnType<typeof resultOf>) => results.filter((one) => one === result).length;
  const files = tested.filter(({ unable }) => unable.length > 0).length;
  return { passed: count('passed'), differ: count('differs'), unable: count('unable') + files };
}

function summaryOf(tested: readonly Tested[]): string {
  const { passed, differ, unable } = countsOf(tested);
  return `${passed} passed, ${differ} differ, ${unable} could not be run`;
}
