import { useEffect, useRef, type RefObject } from 'react';
import { setDiagnostics } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import type { EventType } from '@cueline/workflows';
import { codeEditor, fromDraft, type CodeKind } from './code-editor.js';
import { diagnosticsOf, type SourceProblem } from './diagnostics.js';
import styles from './source.module.css';

interface Props {
  readonly label: string;
  readonly kind: CodeKind;
  readonly value: string;
  readonly event: EventType;
  readonly problems: readonly SourceProblem[];
  readonly isReadOnly?: boolean;
  readonly view?: RefObject<EditorView | null>;
  readonly onChange: (value: string) => void;
  readonly onFocus?: () => void;
  readonly onReady?: (view: EditorView) => void;
}

/** Source in nunjucks syntax: highlighted, its fields completed, its problems marked where they are. */
export function CodeInput(props: Props) {
  const { value, problems, event } = props;
  const place = useRef<HTMLDivElement>(null);
  const own = useRef<EditorView>(null);
  const current = useRef(props);
  useEffect(() => {
    current.current = props;
  });

  useEffect(() => {
    const { label, kind, isReadOnly = false, view, value: start } = current.current;
    const made = codeEditor({
      parent: place.current!,
      label,
      kind,
      isReadOnly,
      event: () => current.current.event,
      doc: start,
      onChange: (text) => current.current.onChange(text),
      onFocus: () => current.current.onFocus?.(),
    });
    own.current = made;
    if (view) view.current = made;
    current.current.onReady?.(made);
    return () => {
      made.destroy();
      own.current = null;
      if (view) view.current = null;
    };
  }, []);

  useEffect(() => {
    const editor = own.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({
      changes: changeTo(editor.state.doc.toString(), value),
      annotations: fromDraft.of(true),
    });
  }, [value]);
  useEffect(() => {
    const editor = own.current;
    if (editor)
      editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(problems, editor.state.doc.length)));
  }, [problems, event]);
  return <div ref={place} className={styles['code']} />;
}

/** Only what differs, so that the caret stays. */
function changeTo(before: string, after: string) {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
