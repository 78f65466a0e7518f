import { comparisonsOf } from '../../conditions/condition.js';
import type { Texts } from '../../language/language.js';
import { conditionProblems } from '../../problems/condition-problems.js';
import type { ProblemDraftOf } from '../../problems/problem.js';
import type { SharedProblemCode } from '../../problems/shared-messages.js';
import type { CheckContext } from '../check-context.js';
import type { Kind } from '../kind.js';
import { OTHERWISE, type PathOf } from '../step-base.js';
import { decideProblems } from './messages.js';
import type { DecideStep } from './step.js';

type Code = keyof typeof decideProblems;
type Draft = ProblemDraftOf<Code>;

const otherwise: Texts = { en: 'otherwise', de: 'sonst' };

export const decide: Kind<'decide', Code> = {
  kind: 'decide',
  label: { en: 'Decide', de: 'Entscheiden' },
  hint: {
    en: 'Go different ways, by what the record says at that moment',
    de: 'Verschiedene Wege, je nachdem, was die Daten dann sagen',
  },
  family: 'logic',
  icon: 'fork',
  config: {},
  outcomes: 'own',
  defaults: (id) => ({
    id,
    kind: 'decide',
    paths: [
      { id: 'yes', name: 'Yes', when: { all: [] }, steps: [] },
      { id: OTHERWISE, name: 'Otherwise', steps: [] },
    ],
  }),
  summary: ({ paths }, _words, language) => {
    const names = paths.map(({ id, name }) => name || (id === OTHERWISE ? otherwise[language] : id));
    return `${language === 'de' ? 'Entscheiden' : 'Decide'}: ${names.join(', ')}`;
  },
  problemMessages: decideProblems,
  problems: (step, context) => [
    ...shapeProblems(step),
    ...step.paths.flatMap((path, i) => pathProblems(path, i, context)),
    ...emptyPathProblems(step),
  ],
};

function shapeProblems({ paths }: DecideStep): Draft[] {
  const problems: Draft[] = [];
  const otherwise = paths.findIndex((path) => path.id === OTHERWISE);
  if (otherwise < 0) problems.push({ code: 'decide.noOtherwise', path: '/paths', params: {} });
  else if (otherwise !== paths.length - 1)
    problems.push({ code: 'decide.otherwiseNotLast', path: `/paths/${otherwise}`, params: {} });
  if (paths.length < 2) problems.push({ code: 'decide.onePath', path: '/paths', params: {} });
  return problems;
}

function pathProblems(
  path: PathOf<unknown>,
  index: number,
  context: CheckContext,
): ProblemDraftOf<Code | SharedProblemCode>[] {
  const at = `/paths/${index}/when`;
  const params = { path: path.name || path.id };
  if (path.id === OTHERWISE)
    return path.when ? [{ code: 'decide.otherwiseWithCondition', path: at, params }] : [];
  if (!path.when || comparisonsOf(path.when).length === 0)
    return [{ code: 'decide.noCondition', path: at, params }];
  return conditionProblems(path.when, context.fields, at);
}

/**
 * A question whose answer changes nothing. An empty path alone is how an owner says "nothing then"; what is not filled in yet is another problem's matter.
 */
function emptyPathProblems({ paths }: DecideStep): Draft[] {
  const isFilledIn = paths.every(
    ({ id, when }) => id === OTHERWISE || (when && comparisonsOf(when).length > 0),
  );
  if (!isFilledIn || paths.at(-1)?.id !== OTHERWISE) return [];
  const warning = (code: Code, path: string, params: Draft['params'] = {}): Draft[] => [
    { code, severity: 'warning', path, params },
  ];
  const last = paths.findLastIndex(({ steps }) => steps.length > 0);
  if (last < 0) return warning('decide.sameEitherWay', '/paths');
  // An empty path keeps its records from those after it; where those are empty too there is nothing to be kept from.
  return paths.flatMap(({ id, name, steps }, i) =>
    i > last && id !== OTHERWISE && steps.length === 0
      ? warning('path.changesNothing', `/paths/${i}/steps`, { path: name || id })
      : [],
  );
}
