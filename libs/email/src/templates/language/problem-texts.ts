import type { Language } from '@cueline/workflows/language';
import { blockProblemTexts } from './block-problem-texts.js';
import { inGerman } from './german-details.js';
import type { Sentences, TemplateProblem, TemplateProblemCode } from './problem.js';

type Params = TemplateProblem['params'];
/** What is wrong with a template, in each language; a code without a sentence does not compile. */
export const problemTexts: Readonly<Record<TemplateProblemCode, Sentences>> = {
  ...blockProblemTexts,
  syntax: {
    en: (p) => `This cannot be read: ${p['detail']}. ${p['fix'] ?? 'Check the braces and tags here.'}`,
    de: (p) =>
      `Das ist nicht lesbar: ${inGerman(p['detail'])}. ${p['fix'] ? inGerman(p['fix']) : 'Prüfe hier die Klammern und Tags.'}`,
  },
  tooLong: {
    en: (p) => `A template part has at most ${p['limit']} characters. Shorten it.`,
    de: (p) => `Ein Teil einer Vorlage hat höchstens ${p['limit']} Zeichen. Kürze ihn.`,
  },
  tooManyTags: {
    en: (p) => `A template part has at most ${p['limit']} tags, names and signs inside them. Shorten it.`,
    de: (p) =>
      `Ein Teil einer Vorlage hat höchstens ${p['limit']} Tags, Namen und Zeichen in ihnen. Kürze ihn.`,
  },
  tooDeep: {
    en: () => 'Conditions or brackets lie too deep inside each other. Make it simpler.',
    de: () => 'Bedingungen oder Klammern liegen zu tief ineinander. Vereinfache es.',
  },
  refusedTag: {
    en: (p) => `"${p['tag']}" is not available in templates. Use if, for and set alone.`,
    de: (p) => `„${p['tag']}“ gibt es in Vorlagen nicht. Verwende nur if, for und set.`,
  },
  refusedExpression: {
    en: (p) => `${p['what']} is not available in templates. Use fields, filters and comparisons.`,
    de: (p) => `${inGerman(p['what'])} gibt es in Vorlagen nicht. Verwende Felder, Filter und Vergleiche.`,
  },
  refusedName: {
    en: (p) =>
      `"${p['name']}" cannot be used as a name${oddCharacter(p, 'en')}. Use letters and digits, as in client.firstName.`,
    de: (p) =>
      `„${p['name']}“ kann kein Name sein${oddCharacter(p, 'de')}. Verwende Buchstaben und Ziffern wie in client.firstName.`,
  },
  refusedLookup: {
    en: () => 'A field is named in full, as in client.firstName; it cannot be computed.',
    de: () => 'Ein Feld wird ganz ausgeschrieben wie client.firstName; es kann nicht berechnet werden.',
  },
  unknownFilter: {
    en: (p) => `There is no filter "${p['name']}".${p['nearest'] ? ` Did you mean "${p['nearest']}"?` : ''}`,
    de: (p) =>
      `Den Filter „${p['name']}“ gibt es nicht.${p['nearest'] ? ` Meinst du „${p['nearest']}“?` : ''}`,
  },
  filterArguments: {
    en: (p) => `The filter "${p['name']}" takes ${p['takes']}.`,
    de: (p) => `Der Filter „${p['name']}“ braucht ${inGerman(p['takes'])}.`,
  },
  unknownTest: {
    en: (p) => `There is no test "${p['name']}". Known: defined, empty.`,
    de: (p) => `Die Prüfung „${p['name']}“ gibt es nicht. Bekannt sind: defined, empty.`,
  },
  refusedPlace: {
    en: (p) => `A field cannot stand ${p['place']}. Put it into text or into a quoted attribute.`,
    de: (p) =>
      `Ein Feld kann ${inGerman(p['place'])} nicht stehen. Setze es in den Text oder in ein Attribut mit Anführungszeichen.`,
  },
  refusedAddress: {
    en: () =>
      'A link in a mail may start with https:, http:, mailto:, tel:, sms:, geo: or webcal: alone, a picture also with cid:. Change the address.',
    de: () =>
      'Ein Link in einer E-Mail beginnt mit https:, http:, mailto:, tel:, sms:, geo: oder webcal:, ein Bild auch mit cid:. Ändere die Adresse.',
  },
  unevenBranches: {
    en: () =>
      'An "if" or "for" opens a tag that it does not close, so fields after it cannot be made safe. Close it inside.',
    de: () =>
      'Ein „if“ oder „for“ öffnet ein Tag, das es nicht schließt, sodass Felder danach nicht sicher sind. Schließe es innerhalb.',
  },
  unknownField: {
    en: (p) => `There is no field "${p['field']}".${p['nearest'] ? ` Did you mean "${p['nearest']}"?` : ''}`,
    de: (p) =>
      `Das Feld „${p['field']}“ gibt es nicht.${p['nearest'] ? ` Meinst du „${p['nearest']}“?` : ''}`,
  },
  splitTag: {
    en: (p) => `A tag is split by ${p['markup']}. Write it without formatting inside: ${p['write']}`,
    de: (p) => `Ein Tag ist durch ${p['markup']} geteilt. Schreibe es ohne Formatierung darin: ${p['write']}`,
  },
  cssBraces: {
    en: () =>
      '"{{" in a style sheet begins a field, and no field can stand there. If it is CSS, write "{ {" with a blank between.',
    de: () =>
      '„{{“ beginnt auch in einem Stylesheet ein Feld, und dort kann keins stehen. Ist es CSS, schreibe „{ {“ mit einem Leerzeichen dazwischen.',
  },
  commentHides: {
    en: (p) =>
      `This comment ("{#" to "#}") hides what lies in it, <${p['tag']}> among it: that is not mailed. If it is no comment, write "{ #" with a blank between.`,
    de: (p) =>
      `Dieser Kommentar („{#“ bis „#}“) verbirgt, was in ihm liegt, darunter <${p['tag']}>: Es wird nicht gesendet. Ist es kein Kommentar, schreibe „{ #“ mit einem Leerzeichen dazwischen.`,
  },
  strayCommentEnd: {
    en: () => '"#}" closes no comment. Remove it, or begin the comment with "{#".',
    de: () => '„#}“ schließt keinen Kommentar. Entferne es oder beginne den Kommentar mit „{#“.',
  },
  encodedTag: {
    en: (p) =>
      `"${p['found']}" is a field whose braces an editor has rewritten: it would be mailed as it is. Write ${p['write']}`,
    de: (p) =>
      `„${p['found']}“ ist ein Feld, dessen Klammern ein Editor umgeschrieben hat: Es würde so gesendet, wie es dasteht. Schreibe ${p['write']}`,
  },
  fewBraces: {
    en: (p) =>
      `"${p['found']}" would be mailed as it is: a field has two braces on each side. Write ${p['write']}`,
    de: (p) =>
      `„${p['found']}“ würde so gesendet, wie es dasteht: Ein Feld hat auf jeder Seite zwei Klammern. Schreibe ${p['write']}`,
  },
  leftover: {
    en: (p) =>
      p['sure']
        ? `"${p['found']}" is a placeholder of another program, and would be mailed as it is. Insert ${p['label']} instead: ${p['write']}`
        : `"${p['found']}" may be a placeholder that nobody has filled in, and is mailed as it is. If so, insert a field instead.`,
    de: (p) =>
      p['sure']
        ? `„${p['found']}“ ist ein Platzhalter eines anderen Programms und würde so gesendet, wie es dasteht. Füge stattdessen ${inGerman(p['label'])} ein: ${p['write']}`
        : `„${p['found']}“ ist vielleicht ein Platzhalter, den niemand ausgefüllt hat, und wird so gesendet, wie es dasteht. Füge dann stattdessen ein Feld ein.`,
  },
};

/** A Cyrillic letter in a name looks like one of ours. */
function oddCharacter(p: Params, language: Language): string {
  const odd = [...String(p['name'])].find((char) => char > '\u007f');
  const point = odd?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  if (!odd) return '';
  return language === 'de'
    ? `: „${odd}“ (U+${point}) gehört nicht zu den Buchstaben dafür`
    : `: "${odd}" (U+${point}) is none of its letters`;
}
