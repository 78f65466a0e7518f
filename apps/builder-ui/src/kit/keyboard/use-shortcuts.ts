import { useEffect, useRef } from 'react';
import { isShortcut, type Shortcut } from './shortcut.js';

interface Options {
  /** Shortcuts work while one types, too: those that mean nothing to a text field. */
  readonly inText?: boolean;
}

/** Listens for shortcuts on the whole page; what one types into a text field has its own undo. */
export function useShortcuts(
  shortcuts: readonly (readonly [Shortcut, () => void])[],
  { inText = false }: Options = {},
): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!inText && isTextField(event.target)) return;
      const found = current.current.find(([shortcut]) => isShortcut(event, shortcut));
      if (!found) return;
      event.preventDefault();
      found[1]();
    };
    document.documentElement.addEventListener('keydown', press);
    return () => document.documentElement.removeEventListener('keydown', press);
  }, [inText]);
}

const noText = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file']);

/** A select is an input that takes no text: undo means the builder's there. */
function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !target.readOnly && !noText.has(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}
