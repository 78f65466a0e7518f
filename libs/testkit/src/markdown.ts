import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A fenced block of a page: "```json (file: edits.json)" has the language "json" and the note "file: edits.json". */
export interface Block {
  readonly page: string;
  /** Of its first line in the page. */
  readonly line: number;
  readonly language: string;
  readonly note: string;
  readonly text: string;
}

const docs = readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md'));
/** The pages that a newcomer follows. */
export const pages: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...docs.map((name) => `docs/${name}`),
];

export const pageText = (page: string): string => readFileSync(path.join(root, page), 'utf8');

const OPENING = /^(\s*)(`{3,}|~{3,})\s*([\w-]*)\s*(?:\((.*)\))?.*$/;

export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let open: { fence: string; language: string; note: string; line: number; lines: string[] } | undefined;
  for (const [i, line] of pageText(page).split('\n').entries()) {
    const fence = OPENING.exec(line);
    if (open && line.trim().startsWith(open.fence)) {
      const { language, note, lines } = open;
      blocks.push({ page, line: open.line, language, note, text: `${lines.join('\n')}\n` });
      open = undefined;
    } else if (open) open.lines.push(line);
    else if (fence)
      open = { fence: fence[2]!, language: fence[3]!, note: fence[4] ?? '', line: i + 2, lines: [] };
  }
  if (open) throw new Error(`${page}:${open.line} opens a block that is never closed.`);
  return blocks;
}

/** What stands between backticks in running text. */
export const inlineCode = (page: string): string[] =>
  [
    ...pageText(page)
      .replaceAll(/^(```+)[\s\S]*?^\1/gm, '')
      .matchAll(/`([^`]+)`/g),
  ].map(([, code]) => code!.replaceAll(/\s+/g, ' '));
