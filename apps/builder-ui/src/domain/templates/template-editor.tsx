import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import type { EventType, Field } from '@cueline/workflows';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useShortcuts } from '../../kit/keyboard/use-shortcuts.js';
import { useUnsaved } from '../../session/unsaved.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { caretIn, fieldTag } from './field-tag.js';
import { LeaveQuestion } from './leave-question.js';
import { MergeFields } from './merge-fields.js';
import { TemplateConflict } from './template-conflict.js';
import type { Part } from './template-draft.js';
import { TemplatePreview } from './template-preview.js';
import { offsetOf, TemplateProblems, type TemplateProblem } from './template-problems.js';
import { TemplateSource, type PartElement } from './template-source.js';
import { usePreview } from './use-preview.js';
import { useTemplateDraft, type Template } from './use-template-draft.js';
import styles from './template-editor.module.css';
import { m } from './messages.js';

interface Props {
  readonly template: Template;
  /** Whose records the fields come from, to begin with. */
  readonly event: EventType;
  readonly title: ReactNode;
  /** Told whether there is something to save. */
  readonly onUnsaved?: (unsaved: boolean) => void;
}

/** A template beside the mail that it makes. */
export function TemplateEditor({ template, event: startEvent, title, onUnsaved }: Props) {
  const editing = useTemplateDraft(template);
  const { draft, change, changed, save, saving, error } = editing;
  const unsaved = changed.length > 0;
  const [event, setEvent] = useState(startEvent);
  const [clientId, setClientId] = useState<string | null>(null);
  const [tab, setTab] = useState<'html' | 'text'>('html');
  const preview = usePreview(draft, event, clientId);
  const elements = useRef<Partial<Record<Part, PartElement | null>>>({});
  const writing = useRef<Part>('html');
  const going = useRef<TemplateProblem>(undefined);
  const problems = (preview.data?.problems ?? []) as readonly TemplateProblem[];

  useShortcuts([['mod+S', () => unsaved && save()]], { inText: true });
  useEffect(() => onUnsaved?.(unsaved), [onUnsaved, unsaved]);
  useUnsaved(unsaved);
  const leaving = useBlocker({
    shouldBlockFn: () => unsaved,
    enableBeforeUnload: false,
    withResolver: true,
  });

  const insert = (field: Field) => {
    const element = elements.current[writing.current];
    if (!element) return;
    const tag = fieldTag(field);
    element.focus();
    const start = element.selectionStart ?? element.value.length;
    // The one way in which the browser's own undo takes the field back.
    document.execCommand('insertText', false, tag);
    element.setSelectionRange(start + caretIn(tag), start + caretIn(tag));
  };
  const show = (problem: TemplateProblem) => {
    const element = elements.current[problem.part];
    if (!element) {
      going.current = problem;
      return setTab(problem.part === 'text' ? 'text' : 'html');
    }
    const at = offsetOf(element.value, problem.line, problem.column);
    const end = element.value.indexOf('\n', at);
    element.focus();
    element.setSelectionRange(at, end < 0 ? element.value.length : end);
  };
  // A problem on the other tab is shown once that tab is there.
  useEffect(() => {
    if (going.current) show(going.current);
    going.current = undefined;
  });

  return (
    <Stack gap="md">
      <Group justify="space-between" gap="xs">
        {title}
        <Group gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {unsaved ? m.unsaved : m.saved}
          </Text>
          <Button disabled={!unsaved} loading={saving} onClick={save}>
            {m.save}
          </Button>
        </Group>
      </Group>
      {error && <ProblemAlert error={error} title={m.notSaved} onRetry={save} />}
      <TemplateConflict editing={editing} />
      <div className={styles['editor']}>
        <Stack gap="sm">
          <TextInput
            label={m.name}
            maxLength={120}
            value={draft.name}
            onChange={(e) => change({ name: e.currentTarget.value })}
          />
          <TemplateSource
            draft={draft}
            change={change}
            problems={problems}
            derivedText={preview.data?.text ?? ''}
            tab={tab}
            onTab={setTab}
            onFocus={(part) => (writing.current = part)}
            elements={(part) => (element) => void (elements.current[part] = element)}
          />
          <TemplateProblems problems={problems} onGo={show} />
          <MergeFields event={event} onEvent={setEvent} onInsert={insert} />
        </Stack>
        <TemplatePreview
          preview={preview.data}
          error={preview.error}
          onRetry={() => void preview.refetch()}
          clientId={clientId}
          onClient={setClientId}
        />
      </div>
      <LeaveQuestion
        opened={leaving.status === 'blocked'}
        onStay={() => leaving.reset?.()}
        onLeave={() => leaving.proceed?.()}
      />
    </Stack>
  );
}
