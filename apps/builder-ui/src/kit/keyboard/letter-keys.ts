import { useEffect, useRef } from 'react';
import { isComposing } from './composing.js';
import { isTextField } from './text-field.js';

/** What a key alone does on this page: a letter as it is typed, or the name of a key. */
export type LetterKeys = Readonly<Record<string, () => void>>;

const LATIN = /^[a-z]$/i;
/** A letter that other scripts type with the same key. */
const placeOf = ({ key, code }: KeyboardEvent): string | undefined =>
  key.length === 1 && /\p{L}/u.test(key) && !LATIN.test(key)
    ? /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()
    : undefined;

/** Keys of one letter, outside of fields, and not while a dialog or a menu is open. */
export function useLetterKeys(keys: LetterKeys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isComposing(event) || isTextField(event.target) || isBehindDialog()) return;
      if (event.key === 'Enter' && isPressed(event.target)) return;
      const act = current.current[event.key] ?? current.current[placeOf(event) ?? ''];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.documentElement.addEventListener('keydown', press);
    return () => document.documentElement.removeEventListener('keydown', press);
  }, []);
}

const isBehindDialog = (): boolean =>
  document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null;

/** A button or a link does its own thing. */
const isPressed = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, [role="button"]') !== null;
