import { initialState, positionOf, migrateState, stepAt, type Plan } from '../interpreter/index.js';
import type { Language, Texts } from '../language/language.js';
import { kinds } from '../kinds/registry.js';

/** Where a run is, as far as its row tells. */
export interface CurrentStep {
  /** Null before its first step. */
  readonly stepId: string | null;
  /** Something is being carried out at this moment. */
  readonly underWay: boolean;
}

export type StepTarget =
  /** At once, at the same step, wherever that stands in the other version. */
  | { readonly type: 'there'; readonly stepId: string }
  /** When what is under way is over and the run comes to rest, if the other version has the step at which it then is. */
  | { readonly type: 'afterwards'; readonly stepId: string }
  | {
      readonly type: 'refused';
      readonly code: 'migration.stepRemoved' | 'migration.kindChanged' | 'migration.notBegun';
      readonly params: Readonly<Record<string, string>>;
    };

/** Where a run would go on by another version. The run itself is migrated by the interpreter's `migrateState`, and this asks the same. */
export function stepTarget(from: Plan, to: Plan, { stepId, underWay }: CurrentStep): StepTarget {
  if (stepId === null) return { type: 'refused', code: 'migration.notBegun', params: {} };
  if (underWay) return { type: 'afterwards', stepId };
  const position = positionOf(from, stepId);
  const at = { stepId, visit: 1, phase: 'sleeping' } as const;
  const migrated = migrateState(from, to, { ...initialState(), position: position ?? [], at });
  if (migrated.type === 'migrated') return { type: 'there', stepId };
  const there = positionOf(to, stepId);
  const [was, is] = [position && stepAt(from, position), there && stepAt(to, there)];
  if (!is || !was) return { type: 'refused', code: 'migration.stepRemoved', params: {} };
  return { type: 'refused', code: 'migration.kindChanged', params: { was: was.kind, is: is.kind } };
}

const goesOn: Texts = {
  en: 'Goes on from the same step by the new version.',
  de: 'Geht vom selben Schritt aus nach der neuen Version weiter.',
};
const afterwards: Texts = {
  en: 'Something is under way: it moves when it next waits, if the new version has that step.',
  de: 'Etwas ist noch im Gang: Der Wechsel kommt beim nächsten Warten, wenn die neue Version den Schritt hat.',
};

/** For an owner. */
export function explainStepTarget(landed: StepTarget, language: Language): string {
  switch (landed.type) {
    case 'there':
      return goesOn[language];
    case 'afterwards':
      return afterwards[language];
    case 'refused':
      return refusals[landed.code][language](landed.params);
  }
}

const labelOf = (kind: string | undefined, language: Language): string =>
  kind !== undefined && Object.hasOwn(kinds, kind)
    ? kinds[kind as keyof typeof kinds].label[language]
    : (kind ?? '');

type Refused = Extract<StepTarget, { type: 'refused' }>;

const refusals: Readonly<
  Record<Refused['code'], Readonly<Record<Language, (params: Refused['params']) => string>>>
> = {
  'migration.stepRemoved': {
    en: () => 'The new version has no such step: it stays with its version.',
    de: () => 'Die neue Version hat diesen Schritt nicht: Es bleibt bei der alten.',
  },
  'migration.kindChanged': {
    en: ({ was, is }) =>
      `The step was “${labelOf(was, 'en')}” and is “${labelOf(is, 'en')}” now: it stays with its version.`,
    de: ({ was, is }) =>
      `Der Schritt war „${labelOf(was, 'de')}“ und ist jetzt „${labelOf(is, 'de')}“: Es bleibt bei der alten Version.`,
  },
  'migration.notBegun': {
    en: () => 'It has not begun yet. Ask again in a moment.',
    de: () => 'Der Durchlauf hat noch nicht begonnen. Frage gleich noch einmal.',
  },
};
