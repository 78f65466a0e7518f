import { Editor, type Extensions, type JSONContent } from '@tiptap/core';
import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { setShown, type Shown } from './plugins/shown.js';
import { syncTo } from './sync-to.js';

interface Options<T> {
  readonly value: T;
  readonly toEditor: (value: T) => JSONContent;
  readonly fromEditor: (json: JSONContent) => T;
  readonly extensions: () => Extensions;
  /** Of the element that is written in. */
  readonly attributes: Record<string, string>;
  readonly shown: Shown;
  readonly isReadOnly?: boolean;
  readonly onChange: (value: T) => void;
  readonly onFocus: (editor: Editor) => void;
  readonly onReady?: (editor: Editor) => void;
}

/** An editor whose value is held elsewhere: it tells what is written, and shows what comes from undo, a server, another window. */
export function useEditor<T>(options: Options<T>): {
  editor: Editor | undefined;
  place: RefObject<HTMLDivElement | null>;
} {
  const { value, shown, isReadOnly = false } = options;
  const place = useRef<HTMLDivElement>(null);
  const current = useRef(options);
  const reported = useRef(value);
  const [editor, setEditor] = useState<Editor>();
  useEffect(() => {
    current.current = options;
  });

  useEffect(() => {
    const { toEditor, extensions, attributes } = current.current;
    reported.current = current.current.value;
    const made = new Editor({
      element: place.current,
      extensions: extensions(),
      content: toEditor(reported.current),
      editorProps: { attributes },
      injectCSS: false,
      enableInputRules: false,
      enablePasteRules: false,
      onUpdate: (event) => {
        reported.current = current.current.fromEditor(event.editor.getJSON());
        current.current.onChange(reported.current);
      },
      onFocus: (event) => current.current.onFocus(event.editor),
    });
    setEditor(made);
    current.current.onReady?.(made);
    return () => {
      setEditor(undefined);
      made.destroy();
    };
  }, []);

  useEffect(() => {
    if (!editor || value === reported.current) return;
    reported.current = value;
    syncTo(editor, current.current.toEditor(value));
  }, [editor, value]);
  useEffect(() => editor?.view.dispatch(setShown(editor.state, shown)), [editor, shown]);
  useEffect(() => editor?.setEditable(!isReadOnly, false), [editor, isReadOnly]);
  return { editor, place };
}

const never = () => () => undefined;

/** The editor's state, anew after each transaction. */
export function useEditorState(editor: Editor | undefined) {
  return useSyncExternalStore(
    editor
      ? (changed) => {
          editor.on('transaction', changed);
          return () => void editor.off('transaction', changed);
        }
      : never,
    () => (editor && !editor.isDestroyed ? editor.state : undefined),
  );
}
