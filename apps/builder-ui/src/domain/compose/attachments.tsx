import { Checkbox } from '@mantine/core';
import type { About, Letter } from './letter.js';
import { m } from './messages.js';

interface Props {
  readonly about: About;
  readonly letter: Letter;
  readonly onChange: (values: Partial<Letter>) => void;
}

/** What the email carries beside its text: the entry of its booking for the reader's calendar. */
export function Attachments({ about, letter, onChange }: Props) {
  const others = (letter.attachments ?? []).filter(({ type }) => type !== 'calendar');
  const isOn = others.length < (letter.attachments ?? []).length;
  if (about.type !== 'booking' && !isOn) return null;
  return (
    <Checkbox
      label={m.calendarFile}
      description={m.calendarFileAbout}
      checked={isOn}
      onChange={(event) =>
        onChange({ attachments: event.currentTarget.checked ? [...others, { type: 'calendar' }] : others })
      }
    />
  );
}
