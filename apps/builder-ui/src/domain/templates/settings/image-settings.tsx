import { Checkbox, NumberInput, Stack, TextInput } from '@mantine/core';
import { blockLimits, type Line } from '@cueline/email/blocks';
import { useEffect, useRef } from 'react';
import { imageOf } from '../images/image-of.js';
import { LineInput } from '../surface/line-input.js';
import { ImageChoice } from './image-choice.js';
import { m } from './messages.js';

interface Props {
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly onChange: (values: Readonly<Record<string, unknown>>) => void;
}

export function ImageSettings({ attrs, onChange }: Props) {
  const { id, source, alt, width, link } = imageOf(attrs);
  const address = source && 'address' in source ? source.address : '';
  const description = useRef<HTMLInputElement>(null);
  const chosen = useRef(false);
  // Whoever has chosen an image is led on to what only they can say of it.
  useEffect(() => {
    if (!chosen.current || !source) return;
    chosen.current = false;
    if (alt === null) description.current?.focus();
  }, [source, alt]);
  return (
    <Stack gap="sm">
      <ImageChoice
        id={id}
        source={source}
        onChosen={() => (chosen.current = true)}
        onRemove={() => onChange({ source: null, width: null })}
      />
      <TextInput
        ref={description}
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
        value={link}
        onChange={(next: Line) => onChange({ link: next.length > 0 ? next : null })}
      />
      {!(source && 'file' in source) && (
        <TextInput
          label={m.imageAddress}
          placeholder={m.addressExample}
          maxLength={blockLimits.line}
          value={address}
          onChange={(event) => {
            const next = event.currentTarget.value.trim();
            onChange({ source: next ? { address: next } : null });
          }}
        />
      )}
    </Stack>
  );
}

/** While a number is typed it may be too small yet: the width is set once it is one. */
const inRange = (value: number | string): number | null => {
  const width = Math.trunc(Number(value));
  return value === '' || !(width >= 16) ? null : Math.min(width, blockLimits.width);
};
