import { oneOf, upTo, type Random } from '../../random.fixture.js';

/** Pieces of known escapes, of the language, and of what parsers stumble on. */
const pieces = [
  '{{',
  '}}',
  '{%',
  '%}',
  '{#',
  '#}',
  '{{-',
  '-}}',
  '{%-',
  '-%}',
  'constructor',
  '__proto__',
  'prototype',
  '.constructor',
  "['constructor']",
  '["__proto__"]',
  '.planted',
  "['secret']",
  'polluted',
  'toString',
  'hasOwnProperty',
  '()',
  '(a)',
  '[0]',
  '[b]',
  '.x',
  '..',
  '|',
  '| upper',
  '| default("x")',
  '| join',
  '| first',
  '| replace("a", "b")',
  '| safe',
  '| length',
  '~',
  '+',
  '*',
  '-',
  '==',
  '!=',
  '<',
  '>=',
  'and',
  'or',
  'not ',
  ' in ',
  ' is ',
  ' if ',
  ' else ',
  'if a',
  'elif b',
  'else',
  'endif',
  'for x in tags',
  'endfor',
  'set x = a',
  'set __proto__ = a',
  'include "x"',
  'import "x" as y',
  'macro m()',
  'endmacro',
  'block b',
  'endblock',
  'raw',
  'endraw',
  'r/a+/g',
  '{"a": 1}',
  '[a, b]',
  '(',
  ')',
  '[',
  ']',
  ',',
  ':',
  '"',
  "'",
  '`',
  '\\',
  '\\u0063',
  '\\x63',
  '\n',
  '\r',
  '\u0000',
  '\u2028',
  '\u00a0',
  '\ud83d',
  '😀',
  'ſ',
  '${a}',
  '<a href="',
  "<a href='",
  '<b title="',
  '">',
  '<script>',
  '</script>',
  '<style>',
  '<!--',
  '-->',
  'javascript:',
  'java&#115;cript:',
  'self',
  'loop',
  'range(9)',
  'process.env.secret',
  'globalThis.secret',
  'this.secret',
] as const;

type Change = (text: string, random: Random, others: readonly string[]) => string;

const insert: Change = (text, random) => {
  const at = upTo(random, text.length + 1);
  return text.slice(0, at) + oneOf(random, pieces) + text.slice(at);
};
/** Within a tag, where what is inserted means something. */
const insertInTag: Change = (text, random, others) => {
  const tags = [...text.matchAll(/\{[{%]-? ?[\w.]*/g)];
  if (tags.length === 0) return insert(text, random, others);
  const tag = oneOf(random, tags);
  const at = tag.index + tag[0].length;
  return text.slice(0, at) + oneOf(random, pieces) + text.slice(at);
};
const remove: Change = (text, random) => {
  const at = upTo(random, text.length);
  return text.slice(0, at) + text.slice(at + 1 + upTo(random, 6));
};
const repeat: Change = (text, random) => {
  const from = upTo(random, text.length);
  const some = text.slice(from, from + 1 + upTo(random, 20));
  return text.slice(0, from) + some.repeat(1 + upTo(random, 4)) + text.slice(from);
};
const join: Change = (text, random, others) => {
  const other = oneOf(random, others);
  return text.slice(0, upTo(random, text.length + 1)) + other.slice(upTo(random, other.length));
};
const name: Change = (text, random) =>
  text.replace(/\b(?:a|b|name|client|tags|firstName)\b/, () =>
    oneOf(random, ['constructor', '__proto__', 'planted', 'a.secret', "a['planted']", 'client.b']),
  );

const changes: readonly Change[] = [insert, insertInTag, insertInTag, remove, repeat, join, name];

/** One of the texts, altered one to four times. */
export function alter(random: Random, texts: readonly string[]): string {
  let text = oneOf(random, texts);
  for (let left = 1 + upTo(random, 4); left > 0; left--) text = oneOf(random, changes)(text, random, texts);
  return text.slice(0, 2_000);
}
