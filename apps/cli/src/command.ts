import type { ParseArgsConfig } from 'node:util';
import type { StudioApi } from './studio-api.js';

/** How a command ended, as a script reads it: 0 as asked, 1 the answer is no, 2 it could not be asked. */
export const exit = { ok: 0, no: 1, unable: 2 } as const;
export type Exit = (typeof exit)[keyof typeof exit];

export type Options = NonNullable<ParseArgsConfig['options']>;

export interface Invocation {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The studio that the key opens. @throws Unable when there is no address or key */
  readonly api: () => StudioApi;
  /** For a program the value as JSON, for a person the lines: the same said twice. */
  readonly say: (value: unknown, lines: readonly string[]) => void;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: () => Promise<string>;
}

/** One command in one file; `commands/index.ts` lists them. */
export interface Command {
  /** As it is typed: "workflows check". */
  readonly name: string;
  /** What comes after the name: "FILE...". */
  readonly usage: string;
  readonly summary: string;
  /** How many words may come after the name. */
  readonly args: { readonly least: number; readonly most: number };
  readonly options?: Options;
  run(invocation: Invocation): Promise<Exit>;
}

export { Unable } from './unable.js';
