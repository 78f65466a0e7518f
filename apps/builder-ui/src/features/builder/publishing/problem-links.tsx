import { Alert, Anchor, List } from '@mantine/core';
import IconAlertTriangle from '~icons/tabler/alert-triangle';
import IconCircleX from '~icons/tabler/circle-x';
import { findStep, type Definition } from '@cueline/workflows';
import type { Severity } from '../../../kit/severity.js';
import type { Workflow } from '../use-draft.js';
import { kindLabel } from '../../../domain/labels/labels.js';
import { m as builder } from '../messages.js';

type Problem = Workflow['problems'][number];

interface Props {
  readonly severity: Severity;
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly definition: Definition;
  readonly onProblem: (problem: Problem) => void;
}

/** Problems by the step that they are in; each leads to its field. */
export function ProblemLinks({ severity, title, problems, definition, onProblem }: Props) {
  if (problems.length === 0) return null;
  const isError = severity === 'error';
  return (
    <Alert
      color={isError ? 'red' : 'yellow'}
      icon={isError ? <IconCircleX size={18} /> : <IconAlertTriangle size={18} />}
      title={title}
    >
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
              style={{ verticalAlign: 'top' }}
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
  return step ? step.name || kindLabel(step.kind) : builder.start;
}
