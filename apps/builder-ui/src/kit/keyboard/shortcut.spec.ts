import { describe, expect, it } from '@jest/globals';
import { isShortcut, type Press, type Shortcut } from './shortcut.js';

const press = (values: Partial<Press>): Press => ({
  key: '',
  code: '',
  ctrlKey: true,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...values,
});

describe('a shortcut', () => {
  it.each<[string, Partial<Press>, Shortcut, boolean]>([
    ['Latin letter', { key: 'z', code: 'KeyZ' }, 'mod+Z', true],
    ['caps lock', { key: 'Z', code: 'KeyZ' }, 'mod+Z', true],
    ['QWERTZ: the letter, not the place', { key: 'z', code: 'KeyY' }, 'mod+Z', true],
    ['QWERTZ: the place alone is another letter', { key: 'y', code: 'KeyZ' }, 'mod+Z', false],
    ['AZERTY', { key: 'z', code: 'KeyW' }, 'mod+Z', true],
    ['Cyrillic', { key: 'я', code: 'KeyZ' }, 'mod+Z', true],
    ['Cyrillic, other key', { key: 'ф', code: 'KeyA' }, 'mod+Z', false],
    ['Greek', { key: 'ζ', code: 'KeyZ' }, 'mod+Z', true],
    ['Hebrew', { key: 'ז', code: 'KeyZ' }, 'mod+Z', true],
    ['Arabic', { key: 'ئ', code: 'KeyZ' }, 'mod+Z', true],
    ['Hangul', { key: 'ㅋ', code: 'KeyZ' }, 'mod+Z', true],
    ['Cyrillic, redo', { key: 'Я', code: 'KeyZ', shiftKey: true }, 'mod+shift+Z', true],
    ['shift is not undo', { key: 'Z', code: 'KeyZ', shiftKey: true }, 'mod+Z', false],
    ['without shift is not redo', { key: 'z', code: 'KeyZ' }, 'mod+shift+Z', false],
    ['Command', { key: 'z', code: 'KeyZ', ctrlKey: false, metaKey: true }, 'mod+Z', true],
    ['both', { key: 'z', code: 'KeyZ', metaKey: true }, 'mod+Z', false],
    ['neither', { key: 'z', code: 'KeyZ', ctrlKey: false }, 'mod+Z', false],
    ['AltGr', { key: 'z', code: 'KeyZ', altKey: true }, 'mod+Z', false],
    ['AltGr, Polish ż', { key: 'ż', code: 'KeyZ', altKey: true }, 'mod+Z', false],
    ['composing', { key: 'z', code: 'KeyZ', isComposing: true }, 'mod+Z', false],
    ['handled by an input method', { key: 'Process', code: 'KeyZ', keyCode: 229 }, 'mod+Z', false],
    ['a digit on a letter’s key', { key: '9', code: 'KeyZ' }, 'mod+Z', false],
    ['save in Cyrillic', { key: 'ы', code: 'KeyS' }, 'mod+S', true],
  ])('%s', (_name, values, shortcut, expected) => {
    expect(isShortcut(press(values), shortcut)).toBe(expected);
  });
});
