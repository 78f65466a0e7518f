import { Alert, Button, CloseButton, Drawer, Group, Stack, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { eventOf, findStep, type Definition } from '@cueline/workflows';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { SeverityLine } from '../../kit/severity.js';
import { isComposing } from '../../kit/keyboard/composing.js';
import { FieldProblemsProvider, focusField, focusReady } from './field-problems.js';
import { StepForm } from './forms/step-form.js';
import { TriggerForm } from './forms/trigger-form.js';
import type { Workflow } from './use-draft.js';
import type { Edits } from './use-edits.js';
import styles from './step-panel.module.css';
import { SidePanel } from '../../kit/workbench.js';
import { kindLabel } from '../../domain/labels/labels.js';
import { m } from './messages.js';

type Problem = Workflow['problems'][number];

interface Props {
  /** A step's id, or `trigger`; undefined: closed. */
  readonly chosen: string | undefined;
  /** The problem whose field was asked for; undefined: none. */
  readonly goal: Problem | undefined;
  readonly definition: Definition;
  /** What the problems were found in: the definition as it was last saved. */
  readonly saved: Definition;
  readonly problems: Workflow['problems'];
  readonly templates: readonly { readonly id: string; readonly name: string }[];
  readonly edits: Edits;
  readonly onClose: () => void;
}

/** The settings of what is chosen: beside the canvas where there is room, else over it. Esc closes, and the focus goes back to the card. */
export function StepPanel(props: Props) {
  const { chosen, definition, onClose } = props;
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const last = useRef<string>(undefined);
  useEffect(() => {
    if (chosen === undefined && last.current)
      document.querySelector<HTMLElement>(`[data-step="${last.current}"]`)?.focus();
    last.current = chosen;
  }, [chosen]);
  const step = chosen === undefined ? undefined : findStep(definition.steps, chosen)?.step;
  const title = step ? kindLabel(step.kind) : m.start;
  if (!wide)
    return (
      <Drawer
        opened={chosen !== undefined}
        onClose={onClose}
        position="bottom"
        size="85%"
        title={title}
        returnFocus={false}
      >
        <Settings {...props} />
      </Drawer>
    );
  if (chosen === undefined) return null;
  const keys = (event: KeyboardEvent) => {
    // Escape closes an open list first, and ends what an input method composes.
    const isOpenList = (event.target as Element).matches('input[aria-expanded="true"]');
    if (event.key === 'Escape' && !event.defaultPrevented && !isOpenList && !isComposing(event)) onClose();
  };
  return (
    <SidePanel label={title} onKeyDown={keys}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        <CloseButton aria-label={m.close} onClick={onClose} />
      </Group>
      <Settings {...props} />
    </SidePanel>
  );
}

function Settings({ chosen, goal, definition, saved, problems, templates, edits }: Props) {
  const place = chosen === undefined ? undefined : findStep(definition.steps, chosen);
  const box = useRef<HTMLDivElement>(null);
  // A step that was just added or chosen is ready to be filled in.
  useEffect(() => {
    if (!box.current || (goal && focusField(box.current, goal.path))) return;
    const first = box.current.querySelector<HTMLElement>('input, textarea');
    if (first) focusReady(first);
  }, [chosen, goal]);
  return (
    <FieldProblemsProvider problems={problems.filter(({ stepId }) => stepId === place?.step.id)}>
      {(elsewhere) => (
        <Stack ref={box} className={styles['settings']}>
          {elsewhere.map(({ path, code, severity, message }) => (
            <Alert key={path + code} p="xs" color={severity === 'error' ? 'red' : 'yellow'}>
              <SeverityLine severity={severity}>{message}</SeverityLine>
            </Alert>
          ))}
          {place ? (
            <>
              <StepForm
                step={place.step}
                at={findStep(saved.steps, place.step.id)?.pointer ?? place.pointer}
                event={eventOf(definition.trigger)}
                templates={templates}
                edit={edits.edit}
              />
              <Group>
                <Button variant="default" size="xs" onClick={() => edits.duplicate(place.step.id)}>
                  {m.duplicate}
                </Button>
                <Button variant="light" size="xs" color="red" onClick={() => edits.remove(place.step.id)}>
                  {m.remove}
                </Button>
              </Group>
            </>
          ) : (
            <TriggerForm definition={definition} edit={edits.edit} />
          )}
        </Stack>
      )}
    </FieldProblemsProvider>
  );
}
