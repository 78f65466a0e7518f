import { Button, Stack, Text, TextInput } from '@mantine/core';
import type { EditorView } from '@codemirror/view';
import type { EventType } from '@cueline/workflows';
import { useRef, type ChangeEvent } from 'react';
import { lazyComponent } from '../../../kit/lazy/lazy-component.js';
import type { SourceDraft } from '../draft/template-draft.js';
import type { TemplateProblem } from '../editor/problem-list.js';
import { m } from '../editor/messages.js';

/** Fetched with the first template that is source. */
const { Fetched: CodeInput } = lazyComponent(async () => (await import('./code-input.js')).CodeInput);

/** Where in a template's source something is put, and shown. */
export interface SourcePlace {
  readonly insert: (text: string) => void;
  readonly show: (offset: number) => void;
}
export type SourcePart = 'subject' | 'preheader' | 'html' | 'text';

interface Props {
  readonly draft: SourceDraft;
  readonly event: EventType;
  readonly tab: 'source' | 'text';
  readonly problems: readonly TemplateProblem[];
  /** The plain text that follows from the HTML, to begin one's own with. */
  readonly derivedText: string;
  readonly onChange: (draft: SourceDraft) => void;
  /** Told which part is written in. */
  readonly onPlace: (part: SourcePart, place: SourcePlace) => void;
}

/** A template as source: its four parts as they are written. */
export function SourceStage({ draft, event, tab, problems, derivedText, onChange, onPlace }: Props) {
  const set = (values: Partial<Omit<SourceDraft, 'kind'>>) => onChange({ ...draft, ...values });
  const of = (part: string) => problems.filter((problem) => problem.part === part);
  const line = (part: 'subject' | 'preheader') => ({
    label: m[part],
    value: draft[part],
    'data-place': part,
    error: of(part)[0]?.message,
    onFocus: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      onPlace(part, inInput(currentTarget)),
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => set({ [part]: currentTarget.value }),
  });
  return (
    <Stack gap="sm" maw={760} mx="auto">
      <TextInput maxLength={2_000} {...line('subject')} />
      <TextInput maxLength={300} {...line('preheader')} />
      {tab === 'source' ? (
        <Code
          part="html"
          label={m.htmlOfEmail}
          value={draft.html}
          event={event}
          problems={of('html')}
          onChange={(html) => set({ html })}
          onPlace={onPlace}
        />
      ) : draft.text === null ? (
        <Stack align="flex-start" gap="xs">
          <Text c="dimmed" size="sm">
            {m.plainTextFollows}
          </Text>
          <Button size="xs" variant="default" onClick={() => set({ text: derivedText })}>
            {m.writeOwn}
          </Button>
        </Stack>
      ) : (
        <Stack align="stretch" gap="xs">
          <Code
            part="text"
            label={m.textOfEmail}
            value={draft.text}
            event={event}
            problems={of('text')}
            onChange={(text) => set({ text })}
            onPlace={onPlace}
          />
          <Button size="xs" variant="subtle" onClick={() => set({ text: null })}>
            {m.followAgain}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}

interface CodeProps extends Pick<Props, 'event' | 'problems' | 'onPlace'> {
  readonly part: 'html' | 'text';
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Code({ part, onPlace, ...code }: CodeProps) {
  const view = useRef<EditorView>(null);
  return (
    <CodeInput
      key={part}
      kind={part}
      view={view}
      onFocus={() => view.current && onPlace(part, inCode(view.current))}
      onReady={(made) => onPlace(part, inCode(made))}
      {...code}
    />
  );
}

const inInput = (input: HTMLInputElement): SourcePlace => ({
  insert: (text) => {
    input.focus();
    // The one way in which React hears of it as typed.
    document.execCommand('insertText', false, text);
  },
  show: (offset) => {
    input.focus();
    input.setSelectionRange(offset, offset);
  },
});

const inCode = (view: EditorView): SourcePlace => ({
  insert: (text) => {
    view.dispatch(view.state.replaceSelection(text));
    view.focus();
  },
  show: (offset) => {
    const at = Math.min(offset, view.state.doc.length);
    view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    view.focus();
  },
});
