import { inEach, upperFirst, type Language, type Texts } from '@cueline/workflows/language';
import { problemTexts } from './problem-texts.js';
import type { TemplatePart, TemplateProblem } from './problem.js';

const partNames: Readonly<Record<Language, Readonly<Record<TemplatePart, string>>>> = {
  en: {
    subject: 'In the subject',
    preheader: 'In the preview line',
    html: 'In the email',
    text: 'In the plain text',
  },
  de: {
    subject: 'Im Betreff',
    preheader: 'In der Vorschauzeile',
    html: 'In der E-Mail',
    text: 'Im reinen Text',
  },
};
const places: Readonly<Record<Language, (line: number, column: number) => string>> = {
  en: (line, column) => `line ${line}, column ${column}`,
  de: (line, column) => `Zeile ${line}, Spalte ${column}`,
};

/** The first error of several, with its place, for where one sentence must do. */
export const mistakeOf = (problems: readonly TemplateProblem[]): Texts =>
  inEach((language) => {
    const first = firstOf(problems);
    return first
      ? `${partNames[language][first.part]}, ${places[language](first.line, first.column)}: ${explainTemplateProblem(first, language)}`
      : '';
  });

/** The same of a step's text, which has no parts. */
export const textMistakeOf = (problems: readonly TemplateProblem[]): Texts =>
  inEach((language) => {
    const first = firstOf(problems);
    if (!first) return '';
    const place = first.line > 1 ? `${upperFirst(places[language](first.line, first.column))}: ` : '';
    return `${place}${explainTemplateProblem(first, language)}`;
  });

const firstOf = (problems: readonly TemplateProblem[]): TemplateProblem | undefined =>
  problems.find(({ severity }) => severity === 'error') ?? problems[0];

/** What is wrong, and how to fix it. */
export const explainTemplateProblem = ({ code, params }: TemplateProblem, language: Language): string =>
  problemTexts[code][language](params);
