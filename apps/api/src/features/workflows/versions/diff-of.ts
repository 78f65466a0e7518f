import type { workflows } from '@cueline/contracts';
import {
  diffDefinitions,
  explainChange,
  type Change,
  type Definition,
  type Language,
} from '@cueline/workflows';
import { summaryNames, type Names } from '../views/names.js';

interface Request {
  readonly before: Definition;
  readonly after: Definition;
  readonly names: Names;
  readonly language: Language;
}

/** What changed between two definitions, as data and in sentences. */
export const diffOf = ({ before, after, names, language }: Request): workflows.ChangeView[] => {
  const compared = { before, after, labels: summaryNames(names), language };
  return diffDefinitions(before, after).map((change) => ({
    ...placesIn(change),
    type: change.type,
    sentence: explainChange(change, compared),
  }));
};

const placesIn = (change: Change): Pick<workflows.ChangeView, 'stepId' | 'pathId' | 'fields'> => ({
  stepId: 'stepId' in change ? change.stepId : undefined,
  pathId: 'pathId' in change ? change.pathId : undefined,
  fields:
    'fields' in change
      ? change.fields.map(({ field, before = null, after = null }) => ({ field, before, after }))
      : undefined,
});
