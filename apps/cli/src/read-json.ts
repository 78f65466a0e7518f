import { readFile } from 'node:fs/promises';
import { Unable, type Invocation } from './command.js';

/** The JSON of a file, or of the standard input where the file is called `-`. @throws Unable saying why not */
export async function readJson(file: string, { stdin }: Pick<Invocation, 'stdin'>): Promise<unknown> {
  const text = file === '-' ? await stdin() : await textOf(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Unable(`${file} is not JSON: ${(error as Error).message}`);
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as { code?: string };
    throw new Unable(
      code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${(error as Error).message}`,
    );
  }
}
