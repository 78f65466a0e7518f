import { useEffect, useRef } from 'react';
import { isShortcut, type Shortcut } from './shortcut.js';
import { isTextField } from './text-field.js';

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
