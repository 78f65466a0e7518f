import type { Language, Texts } from '@cueline/workflows/language';

export const budgets = {
  /** Nodes and expressions looked at, those of empty bodies too, and one more for each 1024 characters read. */
  steps: 100_000,
  /** Characters written. */
  output: 1_000_000,
  /** Characters of one value. */
  value: 256_000,
  milliseconds: 200,
} as const;

export type BudgetName = keyof typeof budgets;

/** A template that asks for more than its budget. */
export class BudgetExceeded extends Error {
  constructor(readonly budget: BudgetName) {
    super(`The template exceeds its budget of ${budgets[budget]} ${budget}.`);
    this.name = 'BudgetExceeded';
  }
}

const texts: Readonly<Record<BudgetName, Texts>> = {
  steps: {
    en: 'This template repeats too much. Shorten its lists, or take a loop out of another.',
    de: 'Diese Vorlage wiederholt zu viel. Kürze ihre Listen oder nimm eine Schleife aus einer anderen.',
  },
  output: {
    en: 'This template grows longer than a mail may be. Shorten its lists or texts.',
    de: 'Diese Vorlage wird länger, als eine E-Mail sein darf. Kürze ihre Listen oder Texte.',
  },
  value: {
    en: 'A text in this template is too long for a mail. Cut it with the filter "truncate".',
    de: 'Ein Text in dieser Vorlage ist zu lang für eine E-Mail. Kürze ihn mit dem Filter „truncate“.',
  },
  milliseconds: {
    en: 'This template takes too long to fill in. Make it simpler.',
    de: 'Diese Vorlage auszufüllen dauert zu lange. Vereinfache sie.',
  },
};

/** Why a rendering was ended, and how to fix it. */
export const explainBudget = (budget: BudgetName, language: Language): string => texts[budget][language];

/** Refuses a text before it is built. @throws BudgetExceeded */
export function admitLength(length: number): void {
  if (length > budgets.value) throw new BudgetExceeded('value');
}
