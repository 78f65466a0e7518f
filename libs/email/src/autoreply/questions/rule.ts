import { z } from 'zod';

/** Where a rule looks for its words. */
export const questionPlaces = ['subject', 'text'] as const;
export type QuestionPlace = (typeof questionPlaces)[number];
/** What may come in by a rule: mails that people write, the own website's forms, or both. */
export const questionWays = ['any', 'mail', 'form'] as const;
export type QuestionWay = (typeof questionWays)[number];

/** A common question: which mails ask it, and what they are answered. */
export interface QuestionRule {
  /** Never changed: answers are counted by it. */
  readonly id: string;
  readonly name: string;
  /** One of these is in the mail; `*` at the end stands for any ending. */
  readonly any: readonly string[];
  /** None of these is. */
  readonly none: readonly string[];
  readonly places: readonly QuestionPlace[];
  /** Addresses, or `@example.com` for all of a domain; empty: everybody. */
  readonly senders: readonly string[];
  /** Ids of folders; empty: all that are read. */
  readonly folders: readonly string[];
  readonly way: QuestionWay;
  readonly templateId: string;
  /** What is said instead while the brand is closed; null: the same. */
  readonly outOfHoursTemplateId: string | null;
}

/** The stored JSON of a brand. */
export interface QuestionRules {
  readonly schemaVersion: 1;
  readonly rules: readonly QuestionRule[];
}

export const questionLimits = {
  rules: 50,
  words: 50,
  wordLength: 60,
  nameLength: 80,
  senders: 50,
  folders: 20,
} as const;

const words = z.array(z.string().min(1).max(questionLimits.wordLength)).max(questionLimits.words);
const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

const questionRuleSchema: z.ZodType<QuestionRule> = z.strictObject({
  id,
  name: z.string().trim().min(1).max(questionLimits.nameLength),
  any: words,
  none: words,
  places: z
    .array(z.literal([...questionPlaces]))
    .min(1)
    .max(questionPlaces.length),
  senders: z.array(z.string().min(1).max(254)).max(questionLimits.senders),
  folders: z.array(id).max(questionLimits.folders),
  way: z.literal([...questionWays]),
  templateId: id,
  outOfHoursTemplateId: id.nullable(),
});

export const questionRulesSchema: z.ZodType<QuestionRules> = z.strictObject({
  schemaVersion: z.literal(1),
  rules: z.array(questionRuleSchema).max(questionLimits.rules),
});
