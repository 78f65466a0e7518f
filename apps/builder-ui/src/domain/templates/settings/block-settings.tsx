import { SegmentedControl, Select, Slider, Stack, Text } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import type { EventType } from '@cueline/workflows';
import {
  blockLimits,
  type Align,
  type BlockType,
  type DetailsRow,
  type Line,
  type SectionCondition,
} from '@cueline/email/blocks';
import { LineInput } from '../surface/line-input.js';
import { m as blocks } from '../surface/messages.js';
import { DetailsSettings } from './details-settings.js';
import { ImageSettings } from './image-settings.js';
import { SectionSettings } from './section-settings.js';
import { setAttributes } from './set-attribute.js';
import { m } from './messages.js';

interface Props {
  readonly editor: Editor;
  readonly event: EventType;
  readonly pos: number;
  readonly type: string;
  readonly attrs: Readonly<Record<string, unknown>>;
}

/** The settings of the block that is written or selected. */
export function BlockSettings({ editor, event, pos, type, attrs }: Props) {
  const set = (values: Readonly<Record<string, unknown>>) => setAttributes(editor, pos, values);
  const align = (
    <AlignInput
      value={(attrs['align'] ?? null) as Align | null}
      onChange={(value) => set({ align: value })}
    />
  );
  switch (type) {
    case 'paragraph':
      return align;
    case 'heading':
      return (
        <Stack gap="sm">
          <Select
            label={m.size}
            allowDeselect={false}
            value={String(attrs['level'])}
            onChange={(level) => set({ level: Number(level) })}
            data={[1, 2, 3].map((level) => ({ value: String(level), label: m.sizes[level as 1 | 2 | 3] }))}
          />
          {align}
        </Stack>
      );
    case 'list':
      return (
        <Choice
          label={m.listKind}
          value={attrs['ordered'] ? 'ordered' : 'bullets'}
          onChange={(value) => set({ ordered: value === 'ordered' })}
          data={[
            { value: 'bullets', label: m.bullets },
            { value: 'ordered', label: m.numbers },
          ]}
        />
      );
    case 'button':
      return (
        <Stack gap="sm">
          <LineInput
            key={String(attrs['id'])}
            label={m.leadsTo}
            description={m.leadsToAbout}
            place={`block:${String(attrs['id'])}:address`}
            value={(attrs['address'] ?? []) as Line}
            onChange={(address) => set({ address })}
          />
          {align}
        </Stack>
      );
    case 'image':
      return (
        <Stack gap="sm">
          <ImageSettings key={String(attrs['id'])} attrs={attrs} onChange={set} />
          {align}
        </Stack>
      );
    case 'spacer':
      return (
        <div>
          <Text size="sm" fw={500} mb={4}>
            {m.height(Number(attrs['height']))}
          </Text>
          <Slider
            aria-label={m.heightLabel}
            thumbLabel={m.heightLabel}
            min={blockLimits.spacer.least}
            max={blockLimits.spacer.most}
            step={4}
            label={null}
            value={Number(attrs['height'])}
            onChange={(height) => set({ height })}
          />
        </div>
      );
    case 'details':
      return (
        <DetailsSettings
          event={event}
          record={attrs['record'] as 'booking' | 'invoice'}
          rows={(attrs['rows'] ?? []) as readonly DetailsRow[]}
          onChange={set}
        />
      );
    case 'section':
      return (
        <SectionSettings
          event={event}
          when={attrs['when'] as SectionCondition}
          onChange={(when) => set({ when })}
        />
      );
    default:
      return (
        <Text size="sm" c="dimmed">
          {type === 'signature' ? m.signatureAbout : m.noSettings}
        </Text>
      );
  }
}

/** What people call a node of the editor. */
export const blockName = (type: string): string =>
  blocks.blocks[(type === 'paragraph' ? 'text' : type) as BlockType] ?? type;

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly data: { value: string; label: string }[];
}

const Choice = ({ label, ...control }: ChoiceProps) => (
  <div>
    <Text size="sm" fw={500} mb={4}>
      {label}
    </Text>
    <SegmentedControl fullWidth aria-label={label} {...control} />
  </div>
);

const AlignInput = ({
  value,
  onChange,
}: {
  readonly value: Align | null;
  readonly onChange: (value: Align | null) => void;
}) => (
  <Choice
    label={m.align}
    value={value ?? 'left'}
    onChange={(next) => onChange(next === 'left' ? null : (next as Align))}
    data={(['left', 'center', 'right'] as const).map((one) => ({ value: one, label: m.aligns[one] }))}
  />
);
