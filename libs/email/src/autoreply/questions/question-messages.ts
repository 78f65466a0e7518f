import type { Language } from '@cueline/workflows/language';

type Params = Readonly<Record<string, string | number>>;

/** What is wrong with a set of common questions, and how to fix it. */
export const questionMessages = {
  'question.missing': {
    en: (p) => `"${p['key']}" is missing.`,
    de: (p) => `„${p['key']}“ fehlt.`,
  },
  'question.unknownKey': {
    en: (p) => `"${p['key']}" is not known here. Remove it.`,
    de: (p) => `„${p['key']}“ ist hier nicht bekannt. Entferne es.`,
  },
  'question.wrongShape': {
    en: () => 'This is none of the allowed values.',
    de: () => 'Das ist keiner der erlaubten Werte.',
  },
  'question.empty': {
    en: () => 'Something has to be entered here.',
    de: () => 'Hier muss etwas eingetragen sein.',
  },
  'question.tooMany': {
    en: (p) => `There are at most ${p['limit']} of these. Remove some.`,
    de: (p) => `Davon gibt es höchstens ${p['limit']}. Entferne einige.`,
  },
  'question.tooLong': {
    en: (p) => `This is longer than ${p['limit']} characters. Shorten it.`,
    de: (p) => `Das ist länger als ${p['limit']} Zeichen. Kürze es.`,
  },
  'question.nothingToFind': {
    en: () => 'Enter at least one word by which this question is recognized.',
    de: () => 'Gib mindestens ein Wort ein, an dem diese Frage erkannt wird.',
  },
  'question.noWord': {
    en: (p) => `"${p['word']}" holds no letter and no digit, so it is never found. Enter a word.`,
    de: (p) =>
      `„${p['word']}“ enthält keinen Buchstaben und keine Ziffer und wird nie gefunden. Gib ein Wort ein.`,
  },
  'question.starWithin': {
    en: (p) => `The * in "${p['word']}" works at the end only. Move it there, or remove it.`,
    de: (p) => `Das * in „${p['word']}“ wirkt nur am Ende. Setze es dorthin oder entferne es.`,
  },
  'question.shortStar': {
    en: (p) => `"${p['word']}" fits too many words. Put at least ${p['least']} letters before the *.`,
    de: (p) =>
      `„${p['word']}“ passt auf zu viele Wörter. Setze mindestens ${p['least']} Buchstaben vor das *.`,
  },
  'question.sameWord': {
    en: (p) => `"${p['word']}" is in the list twice. Remove one.`,
    de: (p) => `„${p['word']}“ steht zweimal in der Liste. Entferne eines.`,
  },
  'question.contradicts': {
    en: (p) =>
      `"${p['word']}" is among the words that must be there, and with it a word that must not. Remove one of them.`,
    de: (p) =>
      `„${p['word']}“ gehört zu den Wörtern, die vorkommen müssen, und mit ihm eines, das nicht vorkommen darf. Entferne eines davon.`,
  },
  'question.badSender': {
    en: (p) => `"${p['sender']}" is neither an email address nor a domain such as @example.com.`,
    de: (p) => `„${p['sender']}“ ist weder eine E-Mail-Adresse noch eine Domain wie @example.com.`,
  },
  'question.sameRule': {
    en: () => 'Another question has the same id. Give each its own.',
    de: () => 'Eine andere Frage hat dieselbe ID. Gib jeder eine eigene.',
  },
  'question.overlaps': {
    en: (p) =>
      `"${p['word']}" also belongs to "${p['name']}". An email with it fits both questions, so it goes to a person. Remove it from one of them.`,
    de: (p) =>
      `„${p['word']}“ gehört auch zu „${p['name']}“. Eine E-Mail damit passt auf beide Fragen und geht deshalb an einen Menschen. Entferne es bei einer davon.`,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, (params: Params) => string>>>>;

export type QuestionProblemCode = keyof typeof questionMessages;

export interface QuestionProblem {
  readonly code: QuestionProblemCode;
  /** With an error the rules cannot be used. */
  readonly severity: 'error' | 'warning';
  /** JSON pointer into the rules. */
  readonly path: string;
  readonly params: Params;
}

export const explainQuestionProblem = (
  { code, params }: Pick<QuestionProblem, 'code' | 'params'>,
  language: Language,
): string => questionMessages[code][language](params);
