import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cueline = fileURLToPath(new URL('../../apps/cli/bin/cueline.mjs', import.meta.url));

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The built program, as a shell or a pipeline runs it. */
export function runCueline(
  words: readonly string[],
  { stdin = '', env = {} }: { stdin?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env['PATH'], ...env }, timeout: 60_000 };
    const child = execFile(process.execPath, [cueline, ...words], options, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, out, err }),
    );
    child.stdin!.end(stdin);
  });
}
