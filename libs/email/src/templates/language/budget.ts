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

const messages: Readonly<Record<BudgetName, string>> = {
  steps: 'This template repeats too much. Shorten its lists, or take a loop out of another.',
  output: 'This template grows longer than a mail may be. Shorten its lists or texts.',
  value: 'A text in this template is too long for a mail. Cut it with the filter "truncate".',
  milliseconds: 'This template takes too long to fill in. Make it simpler.',
};

/** Why a rendering was ended, and how to fix it. */
export const explainBudget = (budget: BudgetName): string => messages[budget];

/** Refuses a text before it is built. @throws BudgetExceeded */
export function admitLength(length: number): void {
  if (length > budgets.value) throw new BudgetExceeded('value');
}
