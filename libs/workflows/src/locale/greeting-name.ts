import { normalizeBlanks } from './blanks.js';
import {
  between,
  betweenInSmall,
  eitherWay,
  familyNamesFirst,
  formsOfAddress,
  halfNames,
  noPerson,
  noPersonInCapitals,
  particles,
  suffixes,
  suffixesInCapitals,
  titles,
} from './greeting-words.js';
import { titled } from './name-case.js';

const LONGEST_WORD = 40;
/** Longer than any field takes. */
const LONGEST_NAME = 300;

/**
 * The first name in a name that somebody typed into one field, for a greeting; null when it is not sure, so that a template's `default` speaks. It is
 * never a title, an initial, half of a first name, a family name by its form, a company or one of two people.
 */
export function firstNameOf(name: string | null): string | null {
  const words = name === null ? null : wordsOf(name);
  if (!words) return null;
  if (words.some((word) => isBetween(word)) || /[&+/]/u.test(words.join(''))) return null;
  const given = givenPart(words);
  if (!given) return null;
  const { rest, titled: hadTitle } = withoutTitles(given.words);
  const names = withoutSuffixes(rest);
  const [first, ...others] = names.length === 3 && patronymic.test(names[2]!) ? names.slice(1) : names;
  if (first === undefined || (hadTitle && others.length === 0 && !given.afterComma)) return null;
  if (isUnsure(first) || particles.has(plain(first))) return null;
  if (!given.afterComma && familyNamesFirst.has(plain(first)) && others.length > 0) return null;
  if (isInCapitals(first) && others.some((word) => /\p{Ll}/u.test(word))) return null;
  return titled(first, words.join(' '));
}

/** What a first-name field says in a greeting: all of it, without titles; null for what is no name to greet by. */
export function greetedAs(firstName: string | null): string | null {
  const words = firstName === null ? null : wordsOf(firstName);
  const given = words && givenPart(words);
  if (!given) return null;
  const { rest, family } = withoutTitles(given.words);
  const names = withoutSuffixes(rest);
  if (names.length === 0 || (family && names.length === 1)) return null;
  const people = names.filter((word) => !isBetween(word)).flatMap((word) => word.split(/[&+/]/u));
  if (people.length === 0 || isInitials(people[0]!) || people.every((word) => particles.has(plain(word))))
    return null;
  if (!people.every((word) => isName(word) && (!isInitials(word) || names.includes(word)))) return null;
  if (names.join(' ').length > 2 * LONGEST_WORD) return null;
  return names.map((word) => (isBetween(word) ? word : titled(word, names.join(' ')))).join(' ');
}

/** As the lists of words have it. */
const plain = (word: string): string =>
  word.normalize('NFC').toLowerCase().replace(/[.’']/gu, '').replace(/^-|-$/gu, '');

/** The words of a name; null where something in it is no name at all. */
function wordsOf(written: string): string[] | null {
  if (written.length > LONGEST_NAME) return null;
  const text = normalizeBlanks(
    normalizeBlanks(written.normalize('NFC'))
      .replace(/\([^)]*\)|\[[^\]]*\]|\{[^}]*\}/gu, ' ')
      .replace(/^["“”„«»‘’'‚]([^"“”«»‘’'‚„]*)["“”«»‘’']/u, '$1')
      .replace(/["“„«»][^"“”«»]*["“”«»]/gu, ' ')
      .replace(
        /(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\p{Emoji_Modifier}|\uFE0F|\u200D|\p{Extended_Pictographic})*/gu,
        ' ',
      )
      .replace(/[，،、]/gu, ','),
  );
  if (text === '' || /[@\p{N}_:|;=<>\\%$€£]|www\.|\s[-–—]\s/iu.test(text)) return null;
  const words = text
    .replace(/,/gu, ' , ')
    .split(' ')
    .filter((word) => word !== '')
    .flatMap(separated);
  return words.some(isNoPerson) ? null : words;
}

/** "Dr.Mara" are two words, "Dipl.-Ing." and "M.A." one. */
function separated(word: string): string[] {
  if (isTitle(word) || isSuffix(word) || isInitials(word)) return [word];
  return word.split(/(?<=\p{L}{2}\.)(?=\p{L})/u);
}

const isNoPerson = (word: string): boolean =>
  noPerson.has(plain(word)) || noPersonInCapitals.has(word.replaceAll('.', '')) || /['’]s$/iu.test(word);

/** "Lindqvist, Mara": what follows the comma, unless that is a degree. */
function givenPart(words: readonly string[]): { words: string[]; afterComma: boolean } | null {
  const parts: string[][] = [[]];
  for (const word of words)
    if (word === ',') parts.push([]);
    else parts.at(-1)!.push(word);
  const named = parts.filter((part, i) => i === 0 || !part.every((word) => isSuffix(word) || isTitle(word)));
  const [before = [], after, ...more] = named;
  if (more.length > 0) return null;
  if (after) return before.length > 0 ? { words: after, afterComma: true } : null;
  const endsInComma = words.at(-1) === ',';
  return endsInComma && before.length === 1 ? null : { words: before, afterComma: false };
}

const dotless = (word: string): string => plain(word).replaceAll('-', '');
const isFamilyForm = (word: string): boolean =>
  formsOfAddress.has(plain(word)) || formsOfAddress.has(dotless(word));
const isTitle = (word: string): boolean =>
  isFamilyForm(word) || titles.has(plain(word)) || titles.has(dotless(word));

/** Of a doctor: "med.", "rer. nat.", "h.c." */
const isFaculty = (word: string): boolean => /^(?:\p{Ll}{3,5}\.|h\.c\.?|mult\.?|habil\.?)$/u.test(word);

function withoutTitles(words: readonly string[]): { rest: string[]; titled: boolean; family: boolean } {
  const count = words.findIndex((word, i) => !isTitle(word) && !(i > 0 && isFaculty(word)));
  const taken = count < 0 ? words : words.slice(0, count);
  return { rest: words.slice(taken.length), titled: taken.length > 0, family: taken.some(isFamilyForm) };
}

function isSuffix(word: string): boolean {
  const one = dotless(word);
  if (suffixesInCapitals.has(one)) return word === word.toUpperCase() || word.includes('.');
  return suffixes.has(one);
}

function withoutSuffixes(words: readonly string[]): string[] {
  const last = words.findLastIndex((word) => !isSuffix(word) && !(isTitle(word) && words[0] !== word));
  return words.slice(0, last + 1);
}

const isBetween = (word: string): boolean => between.has(plain(word)) || betweenInSmall.has(word);

/** "J.", "J", "J.R.R.", "JR": letters that stand for names; two of them can be a name where there is a vowel. */
const isInitials = (word: string): boolean =>
  /^(?:\p{L}\p{M}*[.\-–]*)$/u.test(word) ||
  /^(?:\p{L}\p{M}*\.[-–]?)+\p{L}?\.?$/u.test(word) ||
  /^[bcdfghjklmnpqrstvwxz]{2,3}\.?$/iu.test(word);

const isName = (word: string): boolean =>
  /^\p{L}(?:[\p{L}\p{M}'’ʼ‐‑\-·]|\p{Join_Control})*$/u.test(word.replace(/[.!?*~]+$/u, '')) &&
  word.length <= LONGEST_WORD;

/** Han, Kana and Hangul put the family's name first, often without a blank; Thai puts titles before a name without one. */
const writtenOtherwise = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]|^(?:คุณ|นาย|นาง|ดร)/u;

const isUnsure = (word: string): boolean =>
  !isName(word) ||
  isInitials(word) ||
  writtenOtherwise.test(word) ||
  eitherWay.has(plain(word)) ||
  halfNames.has(plain(word)) ||
  /^(?:[dl]|dell|all)['’]/iu.test(word);

/** "Петров Иван Иванович": forms of offices put the family's name first, and the father's last. */
const patronymic = /(?:[оеё]вич|[оеё]вна|ична|[oe]vich|[oe]vna|ichna)$/iu;

const isInCapitals = (word: string): boolean => /\p{Lu}{2}/u.test(word) && !/\p{Ll}/u.test(word);
