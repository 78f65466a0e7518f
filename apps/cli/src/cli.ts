import { parseArgs } from 'node:util';
import { exit, Unable, type Command, type Exit, type Invocation, type Options } from './command.js';
import { commands } from './commands/index.js';
import { Refused, StudioApi } from './studio-api.js';

export type Surroundings = Pick<Invocation, 'out' | 'err' | 'stdin' | 'env'>;

const everywhere: Options = {
  url: { type: 'string' },
  key: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/** Runs what the words ask for. Whatever happens is told on `err`, and how it ended is the answer. */
export async function runCli(words: readonly string[], around: Surroundings): Promise<Exit> {
  const command = commands.find(({ name }) => words.slice(0, name.split(' ').length).join(' ') === name);
  if (!command) return withoutCommand(words, around);
  try {
    return await run(command, words.slice(command.name.split(' ').length), around);
  } catch (error) {
    if (error instanceof Refused) {
      around.err(`${error.lines.join('\n')}\n`);
      return exit.no;
    }
    if (error instanceof Unable) {
      around.err(`${error.message}\n`);
      return exit.unable;
    }
    throw error;
  }
}

async function run(command: Command, words: readonly string[], around: Surroundings): Promise<Exit> {
  const { values, positionals } = understood(command, words);
  if (values['help']) {
    around.out(helpOf(command));
    return exit.ok;
  }
  const { least, most } = command.args;
  if (positionals.length < least || positionals.length > most) throw new Unable(helpOf(command).trimEnd());
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  return command.run({
    ...around,
    args: positionals,
    options: values,
    api: () => {
      const url = text('url') ?? around.env['CUELINE_URL'];
      const key = text('key') ?? around.env['CUELINE_API_KEY'];
      if (!url || !URL.canParse(url))
        throw new Unable('Say where Cueline is: CUELINE_URL or --url, such as https://cueline.example.com.');
      if (!key) throw new Unable('Give the API key of a studio: CUELINE_API_KEY or --key.');
      return new StudioApi(url, key);
    },
    say: (value, lines) =>
      around.out(
        values['json'] ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''),
      ),
  });
}

function understood(command: Command, words: readonly string[]) {
  try {
    const options = { ...everywhere, ...command.options };
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { values: values as Invocation['options'], positionals };
  } catch (error) {
    throw new Unable(`${(error as Error).message}\n${helpOf(command).trimEnd()}`);
  }
}

function withoutCommand(words: readonly string[], around: Surroundings): Exit {
  const wantsHelp =
    words.length === 0 || words.includes('--help') || words.includes('-h') || words[0] === 'help';
  if (wantsHelp) around.out(help());
  else around.err(`There is no command "${words.slice(0, 2).join(' ')}".\n\n${help()}`);
  return wantsHelp ? exit.ok : exit.unable;
}

const helpOf = ({ name, usage, summary }: Command) => `cueline ${name} ${usage}\n  ${summary}\n`;

const help = () => `${commands.map(helpOf).join('')}
Everywhere: --url and --key, or CUELINE_URL and CUELINE_API_KEY, say which studio; --json answers for programs.
Ends with 0 when it is done, 1 when the answer is no, 2 when it could not be asked.
`;
