import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { fieldsFor, type EventType } from '@cueline/workflows';
import { fieldName } from '../../labels/labels.js';

/** The fields that an event brings, while a name is typed inside a tag. */
export const fieldCompletions =
  (event: () => EventType): CompletionSource =>
  (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const open = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'));
    const close = Math.max(before.lastIndexOf('}}'), before.lastIndexOf('%}'));
    if (open < 0 || close > open) return null;
    const word = context.matchBefore(/[\w.]*/);
    if (
      !word ||
      (word.from === word.to && !context.explicit && !before.endsWith('{{') && !before.endsWith('{{ '))
    )
      return null;
    return {
      from: word.from,
      options: fieldsFor(event()).map(({ path }) => ({
        label: path,
        detail: fieldName(path),
        type: 'variable',
      })),
      validFor: /^[\w.]*$/,
    };
  };
