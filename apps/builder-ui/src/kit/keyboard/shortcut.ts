import { isComposing } from './composing.js';

/** `mod` is Ctrl, on Apple's keyboards Command; a letter comes last: `mod+shift+Z`. */
export type Shortcut = `mod+${'shift+' | ''}${Uppercase<string>}`;

export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'keyCode'
>;

/**
 * Whether a key press is the shortcut: by the letter that it types, and where it types no Latin letter (Cyrillic, Greek, Hebrew layouts) by the
 * key's place. Alt is never part of it: AltGr reports Ctrl and Alt.
 */
export function isShortcut(press: Press, shortcut: Shortcut): boolean {
  if (isComposing(press) || press.altKey || press.ctrlKey === press.metaKey) return false;
  const parts = shortcut.split('+');
  if (press.shiftKey !== parts.includes('shift')) return false;
  return letterOf(press) === parts.at(-1);
}

const LATIN = /^[a-z]$/i;

function letterOf({ key, code }: Press): string | undefined {
  if (LATIN.test(key)) return key.toUpperCase();
  const isOtherLetter = key.length === 1 && /\p{L}/u.test(key);
  return isOtherLetter ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
}
