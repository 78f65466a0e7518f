import type { Line } from '@cueline/email/blocks';

/** A text without fields, as a line has it. */
export const lineFromText = (text: string): Line => (text ? [{ type: 'text', text }] : []);

/** What is literal in a line. */
export const textOfLine = (line: Line): string =>
  line.map((run) => (run.type === 'text' ? run.text : '')).join('');
