import type { Line } from '@cueline/email/blocks';
import type { JSONContent } from '@tiptap/core';
import { lineFromEditor, lineToEditor } from './inlines.js';

export const lineDocument = (line: Line): JSONContent => ({
  type: 'doc',
  content: [{ type: 'line', content: lineToEditor(line) }],
});

export const lineOfDocument = ({ content = [] }: JSONContent): Line => lineFromEditor(content[0]?.content);
