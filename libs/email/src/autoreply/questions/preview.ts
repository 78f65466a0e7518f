import { matchQuestions, type QuestionMail, type FoundWord } from './choose-answer.js';
import type { QuestionRules } from './rule.js';

export interface PreviewedRule {
  readonly ruleId: string;
  /** Mails that ask this question and no other: what it would have answered. */
  readonly answered: readonly { readonly mailId: string; readonly found: readonly FoundWord[] }[];
  /** Mails that ask another question as well: they go to a person. */
  readonly shared: readonly { readonly mailId: string; readonly with: readonly string[] }[];
}

export interface QuestionPreview {
  readonly rules: readonly PreviewedRule[];
  /** Mails that ask no common question. */
  readonly none: readonly string[];
}

/** What the rules would have made of mails that are there, before the guard is asked about each. */
export function previewQuestions(
  rules: QuestionRules,
  mails: readonly (QuestionMail & { readonly id: string })[],
): QuestionPreview {
  const matched = mails.map((mail) => ({ mailId: mail.id, matches: matchQuestions(rules, mail) }));
  return {
    rules: rules.rules.map(({ id: ruleId }) => {
      const own = matched.flatMap(({ mailId, matches }) => {
        const match = matches.find((one) => one.ruleId === ruleId);
        return match ? [{ mailId, match, others: matches.filter((one) => one !== match) }] : [];
      });
      return {
        ruleId,
        answered: own
          .filter(({ others }) => others.length === 0)
          .map(({ mailId, match }) => ({ mailId, found: match.found })),
        shared: own
          .filter(({ others }) => others.length > 0)
          .map(({ mailId, others }) => ({ mailId, with: others.map((one) => one.ruleId) })),
      };
    }),
    none: matched.filter(({ matches }) => matches.length === 0).map(({ mailId }) => mailId),
  };
}
