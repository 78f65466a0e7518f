import { Button, Stack, Tabs, Text, Textarea, TextInput } from '@mantine/core';
import { useRef, type Ref } from 'react';
import { partLabels, type Part, type TemplateDraft } from './template-draft.js';
import type { TemplateProblem } from './template-problems.js';
import styles from './template-editor.module.css';
import { m } from './messages.js';

export type PartElement = HTMLInputElement | HTMLTextAreaElement;

interface Props {
  readonly draft: TemplateDraft;
  readonly change: (values: Partial<TemplateDraft>) => void;
  readonly problems: readonly TemplateProblem[];
  /** The plain text that follows from the HTML, to begin one's own with. */
  readonly derivedText: string;
  readonly tab: 'html' | 'text';
  readonly onTab: (tab: 'html' | 'text') => void;
  readonly onFocus: (part: Part) => void;
  readonly elements: (part: Part) => (element: PartElement | null) => void;
}

/** The parts of a mail as they are written. */
export function TemplateSource(props: Props) {
  const { draft, change, problems, derivedText, tab, onTab, onFocus, elements } = props;
  const refs = useRef<Partial<Record<Part, (element: PartElement | null) => void>>>({});
  const part = (name: Part) => ({
    ref: (refs.current[name] ??= elements(name)) as Ref<HTMLInputElement & HTMLTextAreaElement>,
    value: draft[name] ?? '',
    onFocus: () => onFocus(name),
    onChange: (e: { currentTarget: PartElement }) => change({ [name]: e.currentTarget.value }),
    error: problems.some((problem) => problem.part === name && problem.severity === 'error'),
  });
  return (
    <Stack gap="sm">
      <TextInput label={partLabels.subject} maxLength={2_000} {...part('subject')} />
      <TextInput
        label={partLabels.preheader}
        description={m.preheaderAbout}
        maxLength={300}
        {...part('preheader')}
      />
      <Tabs value={tab} onChange={(next) => onTab(next === 'text' ? 'text' : 'html')} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="html">{m.email}</Tabs.Tab>
          <Tabs.Tab value="text">{m.plainText}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html" pt="xs">
          <Textarea
            classNames={{ input: styles['source']! }}
            aria-label={m.htmlOfEmail}
            autosize
            minRows={14}
            maxRows={30}
            spellCheck={false}
            maxLength={200_000}
            {...part('html')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="text" pt="xs">
          {draft.text === null ? (
            <Stack align="flex-start" gap="xs">
              <Text c="dimmed">{m.textFollows}</Text>
              <Button size="xs" variant="light" onClick={() => change({ text: derivedText })}>
                {m.writeOwn}
              </Button>
            </Stack>
          ) : (
            <Stack align="flex-start" gap="xs">
              <Textarea
                w="100%"
                classNames={{ input: styles['source']! }}
                aria-label={m.textOfEmail}
                autosize
                minRows={14}
                maxRows={30}
                maxLength={200_000}
                {...part('text')}
              />
              <Button size="xs" variant="subtle" onClick={() => change({ text: null })}>
                {m.followAgain}
              </Button>
            </Stack>
          )}
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
