import { Alert, Anchor, List } from '@mantine/core';
import { findStep, kinds, type Definition } from '@cueline/workflows';
import type { Workflow } from '../use-draft.js';

type Problem = Workflow['problems'][number];

interface Props {
  readonly color: string;
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly definition: Definition;
  readonly onProblem: (problem: Problem) => void;
}

/** Problems by the step that they are in; each leads to its field. */
export function ProblemLinks({ color, title, problems, definition, onProblem }: Props) {
  if (problems.length === 0) return null;
  return (
    <Alert color={color} title={title}>
      <List size="sm" spacing={4}>
        {problems.map((problem) => (
          <List.Item key={problem.path + problem.code}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              c="inherit"
              underline="always"
              ta="left"
              onClick={() => onProblem(problem)}
            >
              {placeOf(problem, definition)}: {problem.message}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function placeOf({ stepId }: Problem, { steps }: Definition): string {
  const step = stepId === undefined ? undefined : findStep(steps, stepId)?.step;
  return step ? step.name || kinds[step.kind].label : 'How it starts';
}
