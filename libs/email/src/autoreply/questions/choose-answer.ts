import { isInWindow, type BusinessHours, type Reason } from '@cueline/workflows';
import { addressKey } from '@cueline/workflows/locale';
import type { QuestionPlace, QuestionRule, QuestionRules } from './rule.js';
import { holdsWord, wordLine } from './words.js';

/** A mail as questions are looked for in it. */
export interface QuestionMail {
  readonly subject: string;
  /** What its writer added, without what it quotes (`replyTextOf`). */
  readonly text: string;
  /** Who wrote it, or filled in the form. */
  readonly sender: string;
  readonly folderId: string;
  readonly isForm: boolean;
}

/** A word of a rule that was found, and where. */
export interface FoundWord {
  readonly word: string;
  readonly place: QuestionPlace;
}
export interface QuestionMatch {
  readonly ruleId: string;
  readonly name: string;
  readonly found: readonly FoundWord[];
}

/** When the brand is open. */
export interface OpenHours {
  readonly hours: BusinessHours;
  readonly zone: string;
}

export type QuestionChoice =
  | {
      readonly outcome: 'answer';
      readonly rule: QuestionMatch;
      readonly templateId: string;
      /** The variant for closed hours. */
      readonly isOutOfHours: boolean;
    }
  | {
      readonly outcome: 'handOver';
      readonly reason: Reason<'answer.noQuestion' | 'answer.severalQuestions'>;
      readonly rules: readonly QuestionMatch[];
    };

type Lines = Readonly<Record<QuestionPlace, string>>;

const isFrom = (sender: string, senders: readonly string[]): boolean => {
  const key = addressKey(sender);
  return senders.some((one) =>
    one.startsWith('@') ? key.endsWith(addressKey(`x${one}`).slice(1)) : addressKey(one) === key,
  );
};

function matchOf(rule: QuestionRule, mail: QuestionMail, lines: Lines): QuestionMatch | undefined {
  if (rule.way !== 'any' && (rule.way === 'form') !== mail.isForm) return undefined;
  if (rule.folders.length > 0 && !rule.folders.includes(mail.folderId)) return undefined;
  if (rule.senders.length > 0 && !isFrom(mail.sender, rule.senders)) return undefined;
  const findAll = (words: readonly string[]): FoundWord[] =>
    rule.places.flatMap((place) =>
      words.flatMap((word) => (holdsWord(lines[place], word) ? [{ word, place }] : [])),
    );
  const found = findAll(rule.any);
  if (found.length === 0 || findAll(rule.none).length > 0) return undefined;
  return { ruleId: rule.id, name: rule.name, found };
}

/** All common questions that a mail asks, in the order of the rules. */
export function matchQuestions({ rules }: QuestionRules, mail: QuestionMail): readonly QuestionMatch[] {
  const lines: Lines = { subject: wordLine(mail.subject), text: wordLine(mail.text) };
  return rules.flatMap((rule) => matchOf(rule, mail, lines) ?? []);
}

/** The answer of the one question that a mail asks. Of none, or of several, a person is to decide: a machine does not guess. @param at when the answer would leave */
export function chooseAnswer(
  rules: QuestionRules,
  mail: QuestionMail,
  open: OpenHours,
  at: Date,
): QuestionChoice {
  const matches = matchQuestions(rules, mail);
  const [match] = matches;
  const rule = rules.rules.find(({ id }) => id === match?.ruleId);
  if (!match || !rule) return { outcome: 'handOver', reason: { code: 'answer.noQuestion' }, rules: [] };
  if (matches.length > 1) {
    const names = matches.map(({ name }) => name);
    return {
      outcome: 'handOver',
      reason: { code: 'answer.severalQuestions', params: { rules: names } },
      rules: matches,
    };
  }
  const variant = isInWindow(at.toISOString(), open.hours, open.zone) ? null : rule.outOfHoursTemplateId;
  return {
    outcome: 'answer',
    rule: match,
    templateId: variant ?? rule.templateId,
    isOutOfHours: variant !== null,
  };
}
