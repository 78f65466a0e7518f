import { List, Text, Title } from '@mantine/core';
import { findStep, type Definition } from '@cueline/workflows';
import { useMoment } from '../../domain/use-moment.js';
import { stepContent } from '../../domain/step-content.js';
import type { Names } from '../../domain/use-names.js';
import { stepLabels } from './run-state.js';
import styles from './run-steps.module.css';
import { SidePanel } from '../../kit/workbench.js';
import { m } from './messages.js';

export interface RunStepRow {
  readonly stepId: string;
  readonly visit: number;
  readonly kind: string;
  readonly status: keyof typeof stepLabels;
  readonly reasons: readonly string[];
  readonly dueAt: string | null;
  readonly endedAt: string | null;
}

interface Props {
  readonly run: { readonly createdAt: string; readonly steps: readonly RunStepRow[] };
  readonly definition: Definition;
  readonly names: Names;
  readonly selected: string | undefined;
  readonly onSelect: (stepId: string) => void;
}

/** What has happened so far, step by step, each with its reason and the facts it saw. */
export function RunSteps({ run, definition, names, selected, onSelect }: Props) {
  const moment = useMoment();
  return (
    <SidePanel label={m.happened}>
      <Title order={2} size="h4" mb="sm">
        {m.happened}
      </Title>
      <ol className={styles['steps']}>
        <li>
          <Text size="sm">{m.started}</Text>
          <Text size="xs" c="dimmed">
            {moment(run.createdAt)}
          </Text>
        </li>
        {run.steps.map((step) => {
          const found = findStep(definition.steps, step.stepId)?.step;
          return (
            <li key={`${step.stepId}/${step.visit}`} data-state={step.status}>
              <button
                type="button"
                className={styles['step']}
                aria-pressed={selected === step.stepId}
                onClick={() => onSelect(step.stepId)}
              >
                {found ? stepContent(found, names).title : step.kind}
              </button>
              <Text size="xs" c="dimmed">
                {stateOf(step, moment)}
              </Text>
              {step.reasons.length > 0 && (
                <List size="xs" mt={4}>
                  {step.reasons.map((reason) => (
                    <List.Item key={reason}>{reason}</List.Item>
                  ))}
                </List>
              )}
            </li>
          );
        })}
      </ol>
    </SidePanel>
  );
}

function stateOf({ status, endedAt, dueAt }: RunStepRow, moment: (instant: string) => string): string {
  if (endedAt) return m.stateAt(stepLabels[status], moment(endedAt));
  return dueAt ? m.stateUntil(stepLabels[status], moment(dueAt)) : stepLabels[status];
}
