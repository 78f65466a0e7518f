import { VisuallyHidden } from '@mantine/core';
import { allowedAt, findStep, nudgeOperation, type Slot } from '@cueline/workflows';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useAllTemplates } from '../../domain/use-all.js';
import { Canvas } from '../../canvas-adapter/canvas.js';
import { slotId } from '../../canvas-adapter/layout.js';
import { useShortcuts } from '../../kit/keyboard/use-shortcuts.js';
import { BuilderHeader } from './builder-header.js';
import { Conflicts } from './conflicts.js';
import { KeptEditsOffer } from './kept-edits-offer.js';
import { LostSteps } from './lost-steps.js';
import { NotKept, NotSaved } from './not-saved.js';
import { Outline } from './outline.js';
import { StepPanel } from './step-panel.js';
import { StepPicker } from './step-picker.js';
import { useDocument } from './use-document.js';
import { useDraft, type Workflow } from './use-draft.js';
import { useNames } from '../../domain/use-names.js';
import { useEdits } from './use-edits.js';
import { useViewMode } from './use-view-mode.js';
import { Workbench, WorkbenchBody, WorkbenchView } from '../../kit/workbench.js';
import { m as labels } from '../../domain/labels/messages.js';
import { positionLabel } from '../../domain/labels/places.js';

interface Choice {
  /** A step's id, or `trigger`. */
  readonly stepId?: string | undefined;
  /** Whose field the focus goes to. */
  readonly problem?: Workflow['problems'][number];
}

const focusOn = (selector: string) => window.document.querySelector<HTMLElement>(selector)?.focus();

/** The draft as canvas or outline, a panel for what is chosen, and the edits that both make. */
export function Builder({ workflow }: { readonly workflow: Workflow }) {
  const { store, view } = useDraft(workflow);
  const { definition, server } = view;
  const templates = useAllTemplates();
  const [{ stepId: selected, problem: goal }, choose] = useState<Choice>({});
  const [slot, setSlot] = useState<Slot>();
  const [spoken, setSpoken] = useState('');
  const [mode, setMode] = useViewMode();
  const names = useNames();
  const document = useDocument(definition, server.problems, names);
  const setSelected = useCallback((stepId: string | undefined) => choose({ stepId }), []);
  const edits = useEdits(store, setSelected);
  useShortcuts([
    ['mod+Z', () => store.undo()],
    ['mod+shift+Z', () => store.redo()],
    ['mod+Y', () => store.redo()],
  ]);

  const state = useMemo(
    () => ({
      selected,
      onSelect: setSelected,
      onAdd: setSlot,
      onMove: (stepId: string, direction: 'up' | 'down') => {
        const operation = nudgeOperation(store.view().definition, stepId, direction);
        if (operation) store.edit(operation);
        setSpoken(operation ? positionLabel(store.view().definition, stepId) : labels.noFurther[direction]);
      },
    }),
    [selected, setSelected, store],
  );
  // A step added here under an id that was taken goes on under its new one.
  const renamed = selected && view.renamed.get(selected);
  useEffect(() => {
    if (renamed) setSelected(renamed);
  }, [renamed, setSelected]);
  const chosen =
    selected === 'trigger' || (selected && findStep(definition.steps, selected)) ? selected : undefined;

  return (
    <Workbench>
      <BuilderHeader
        store={store}
        view={view}
        mode={mode}
        onMode={setMode}
        onProblem={(problem) => choose({ stepId: problem.stepId ?? 'trigger', problem })}
      />
      <KeptEditsOffer store={store} />
      <Conflicts store={store} view={view} names={names} />
      <LostSteps store={store} view={view} names={names} />
      <NotKept view={view} />
      <NotSaved store={store} view={view} />
      <VisuallyHidden role="status" aria-live="assertive">
        {spoken}
      </VisuallyHidden>
      <WorkbenchBody>
        <WorkbenchView mode={mode}>
          {mode === 'canvas' ? (
            <Canvas document={document} state={state} />
          ) : (
            <Outline document={document} state={state} />
          )}
        </WorkbenchView>
        <StepPanel
          chosen={chosen}
          goal={goal}
          definition={definition}
          saved={server.definition}
          problems={server.problems}
          templates={templates.data?.items ?? []}
          edits={edits}
          onClose={() => setSelected(undefined)}
        />
      </WorkbenchBody>
      <StepPicker
        allowed={slot && allowedAt(definition, slot)}
        onPick={(kind) => {
          edits.insert(slot!, kind);
          setSlot(undefined);
        }}
        onClose={() => {
          setSlot(undefined);
          focusOn(`[data-slot="${slotId(slot!)}"]`);
        }}
      />
    </Workbench>
  );
}
