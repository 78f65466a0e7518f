import type { rehearsals, workflows } from '@cueline/contracts';
import { eventOf, eventTypeOf, readScenarios, type Definition } from '@cueline/workflows';
import { exit, Unable, type Command, type Exit, type Invocation } from '../command.js';
import { parseInjectedEvent, type DatedEventInput } from '../parse-injected-event.js';
import { problemLine, readWorkflow } from '../offline.js';
import { fromFile, fromStudio, type Timeline } from '../timeline.js';
import { workflowPath } from '../workflow-answer.js';

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A workflow of the studio, on a record of its own; or a file, on samples and without a studio. */
export const rehearse: Command = {
  name: 'workflows rehearse',
  usage: 'ID|FILE [--record ID|sample] [--version draft|live|NUMBER] [--start TIME] [--event "TIME WHAT"]...',
  summary:
    'Says what a workflow would do, when and why; sends and changes nothing. A file is rehearsed on samples.',
  args: { least: 1, most: 1 },
  options: {
    record: { type: 'string', default: 'sample' },
    version: { type: 'string' },
    start: { type: 'string' },
    event: { type: 'string', multiple: true },
  },
  async run(invocation) {
    const what = invocation.args[0]!;
    const events = ((invocation.options['event'] ?? []) as readonly string[]).map(parseInjectedEvent);
    return id.test(what) ? ofStudio(what, events, invocation) : ofFile(what, events, invocation);
  },
};

async function ofStudio(
  workflow: string,
  events: readonly DatedEventInput[],
  invocation: Invocation,
): Promise<Exit> {
  const { api, options } = invocation;
  const { version, start, record } = options;
  const body = {
    ...(version !== undefined && { version }),
    ...(start !== undefined && { start }),
    ...(record !== 'sample' && { record: await recordOf(workflow, String(record), invocation) }),
    events,
  };
  const path = `${workflowPath(workflow)}/rehearsals`;
  const answer = await api().json<rehearsals.RehearsalView>(path, { method: 'POST', body });
  return print(invocation, answer, fromStudio(answer));
}

/** A record is of the kind that the workflow starts from. */
async function recordOf(workflow: string, record: string, { api }: Invocation) {
  const { definition } = await api().json<workflows.WorkflowView>(workflowPath(workflow));
  const { trigger } = definition as Definition;
  return { type: eventTypeOf(eventOf(trigger))!.subject, id: record };
}

async function ofFile(
  file: string,
  events: readonly DatedEventInput[],
  invocation: Invocation,
): Promise<Exit> {
  const { options } = invocation;
  const { record, version, start } = options;
  if (record !== 'sample' || version !== undefined)
    throw new Unable(
      'A file is rehearsed on samples: --record and --version go with a workflow of a studio, by its id.',
    );
  const document = await readWorkflow(file, invocation);
  if (!('definition' in document))
    return refuse(
      document.map((line) => `${file}: ${line}`),
      invocation,
    );
  const read = readScenarios({
    schemaVersion: 1,
    workflow: file,
    tests: [
      {
        name: 'rehearsal',
        given: {
          at: start ?? (document.definition.trigger.type === 'date' ? undefined : new Date().toISOString()),
        },
        happens: events,
        expect: {},
      },
    ],
  });
  if (!read.ok) throw new Unable(read.problems.map((problem) => problemLine(problem)).join('\n'));
  const timeline = fromFile(document, read.scenarios);
  return 'unable' in timeline ? refuse([timeline.unable], invocation) : print(invocation, timeline, timeline);
}

function refuse(lines: readonly string[], { err }: Invocation): Exit {
  err(lines.map((line) => `${line}\n`).join(''));
  return exit.no;
}

function print({ say }: Invocation, value: unknown, { start, steps, end, samples }: Timeline): Exit {
  const width = Math.max(...[start, end.at, ...steps.map(({ at }) => at)].map((at) => at.length));
  const line = (at: string, what: string) => `${at.padEnd(width)}  ${what}`;
  say(value, [
    line(start, 'starts'),
    ...steps.flatMap(({ at, status, summary, notes }) => [
      line(at, `${status.padEnd(7)}  ${summary}`),
      ...notes.map((note) => line('', `         ${note}`)),
    ]),
    line(end.at, end.label),
    ...(samples.length > 0 ? [`On samples: ${samples.join(', ')}.`] : []),
  ]);
  return exit.ok;
}
