import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { jinja } from '@codemirror/lang-jinja';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Annotation, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { EventType } from '@cueline/workflows';
import { fieldCompletions } from './field-completions.js';

/** `html`: markup with tags; `text`: a text with tags. */
export type CodeKind = 'html' | 'text';

interface Options {
  readonly parent: HTMLElement;
  readonly label: string;
  readonly kind: CodeKind;
  readonly isReadOnly: boolean;
  readonly doc: string;
  readonly event: () => EventType;
  readonly onChange: (text: string) => void;
  readonly onFocus: () => void;
}

/** A change that comes from the draft itself, which knows it. */
export const fromDraft = Annotation.define<boolean>();

const colors = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--cl-text3)' },
  { tag: [tags.attributeName], color: 'var(--cl-studio)' },
  { tag: [tags.attributeValue, tags.string], color: 'var(--cl-ok)' },
  { tag: [tags.keyword, tags.controlKeyword, tags.definitionKeyword], color: 'var(--cl-logic)' },
  {
    tag: [tags.brace, tags.processingInstruction, tags.variableName, tags.propertyName],
    color: 'var(--cl-accent-text)',
  },
  { tag: [tags.function(tags.variableName), tags.operator], color: 'var(--cl-time)' },
  { tag: [tags.comment, tags.blockComment], color: 'var(--cl-text3)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
  '&': { fontSize: '13px', backgroundColor: 'var(--cl-surface)', color: 'var(--cl-text)' },
  '&.cm-focused': { outline: '2px solid var(--cl-accent)', outlineOffset: '1px' },
  '.cm-content': {
    fontFamily: 'var(--mantine-font-family-monospace)',
    lineHeight: '1.6',
    caretColor: 'var(--cl-text)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--cl-text)' },
  '.cm-gutters': { backgroundColor: 'var(--cl-bg)', color: 'var(--cl-text3)', border: 'none' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'var(--cl-accent-soft) !important',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--cl-raised)',
    border: '1px solid var(--cl-border)',
    borderRadius: '8px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--cl-accent-soft)',
    color: 'var(--cl-text)',
  },
});

/** Undo is the page's: a draft has one history, whatever part of it is written. */
export function codeEditor({
  parent,
  label,
  kind,
  isReadOnly,
  doc,
  event,
  onChange,
  onFocus,
}: Options): EditorView {
  return new EditorView({
    parent,
    state: EditorState.create({
      doc,
      extensions: [
        lineNumbers(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        kind === 'html' ? jinja({ base: html() }) : jinja(),
        syntaxHighlighting(colors),
        look,
        EditorView.lineWrapping,
        EditorState.readOnly.of(isReadOnly),
        EditorState.tabSize.of(2),
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        autocompletion({ override: [fieldCompletions(event)] }),
        keymap.of([...completionKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.focusChanged && update.view.hasFocus) onFocus();
          const isOurs = update.transactions.some((tr) => tr.annotation(fromDraft));
          if (update.docChanged && !isOurs) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
}
