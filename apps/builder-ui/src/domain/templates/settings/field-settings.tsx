import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { fieldOf } from '@cueline/workflows';
import { blockLimits, type FieldAtom, type FieldFormat } from '@cueline/email/blocks';
import { fieldLabel, recordLabel } from '../../labels/labels.js';
import { formatsOf } from '../surface/formats.js';
import chips from '../surface/views/chip.module.css';
import { useFormatSample } from './use-format-sample.js';
import { m } from './messages.js';

type Settings = Omit<FieldAtom, 'type'>;

interface Props {
  readonly field: Settings;
  readonly onChange: (settings: {
    readonly fallback?: string | null;
    readonly format?: FieldFormat | null;
  }) => void;
  /** Back to the text. */
  readonly onDone: () => void;
}

/** What a chip writes where the record holds nothing, and how it writes what it holds. */
export function FieldSettings({ field: { field, fallback, format }, onChange, onDone }: Props) {
  const spec = fieldOf(field);
  const sample = useFormatSample();
  const formats = formatsOf(field);
  return (
    <Stack
      gap="sm"
      role="group"
      aria-label={m.fieldSettings(fieldLabel(field))}
      data-field-settings
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <Group gap="xs">
        <span className={chips['chip']}>{fieldLabel(field)}</span>
        <Text size="xs" c="dimmed">
          {m.fromRecord(recordLabel(field.split('.')[0]!))}
        </Text>
      </Group>
      <TextInput
        label={m.ifEmpty}
        maxLength={blockLimits.fallback}
        description={spec && !spec.mayBeEmpty ? m.neverEmpty : m.ifEmptyAbout}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={fallback ?? ''}
        onChange={(event) => onChange({ fallback: event.currentTarget.value || null })}
      />
      {formats.length > 0 && spec && (
        <Select
          label={m.showAs}
          allowDeselect={false}
          value={format ?? ''}
          onChange={(next) => onChange({ format: next || null })}
          data={['' as const, ...formats].map((value) => ({
            value,
            label: sample(spec, value || undefined),
          }))}
        />
      )}
    </Stack>
  );
}
