import { Checkbox, NumberInput, Stack, TextInput } from '@mantine/core';
import { blockLimits, type ImageBlock, type Line } from '@cueline/email/blocks';
import { LineInput } from '../surface/line-input.js';
import { m } from './messages.js';

interface Props {
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly onChange: (values: Readonly<Record<string, unknown>>) => void;
}

export function ImageSettings({ attrs, onChange }: Props) {
  const { id, source, alt, width, link } = attrs as unknown as ImageBlock;
  const address = source && 'address' in source ? source.address : '';
  return (
    <Stack gap="sm">
      <TextInput
        label={m.imageAddress}
        placeholder={m.addressExample}
        maxLength={blockLimits.line}
        data-place={`block:${id}:source`}
        value={address}
        onChange={(event) => {
          const next = event.currentTarget.value.trim();
          onChange({ source: next ? { address: next } : null });
        }}
      />
      <TextInput
        label={m.alt}
        description={m.altAbout}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={blockLimits.alt}
        data-place={`block:${id}:alt`}
        disabled={alt === ''}
        value={alt ?? ''}
        onChange={(event) => onChange({ alt: event.currentTarget.value || null })}
      />
      <Checkbox
        label={m.decoration}
        checked={alt === ''}
        onChange={(event) => onChange({ alt: event.currentTarget.checked ? '' : null })}
      />
      <NumberInput
        label={m.imageWidth}
        suffix=" px"
        placeholder={m.fullWidth}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="blur"
        min={16}
        max={blockLimits.width}
        value={width ?? ''}
        onChange={(value) => onChange({ width: inRange(value) })}
      />
      <LineInput
        label={m.imageLink}
        place={`block:${id}:link`}
        value={link ?? []}
        onChange={(next: Line) => onChange({ link: next.length > 0 ? next : null })}
      />
    </Stack>
  );
}

/** While a number is typed it may be too small yet: the width is set once it is one. */
const inRange = (value: number | string): number | null => {
  const width = Math.trunc(Number(value));
  return value === '' || !(width >= 16) ? null : Math.min(width, blockLimits.width);
};
