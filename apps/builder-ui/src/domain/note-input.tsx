import { TextInput } from '@mantine/core';
import { m } from './messages.js';

const NOTE_LENGTH = 500;

interface Props {
  readonly value: string;
  readonly onChange: (note: string) => void;
}

/** Why a person decided so: stays with the record. */
export const NoteInput = ({ value, onChange }: Props) => (
  <TextInput
    label={m.noteOptional}
    description={m.noteAbout}
    maxLength={NOTE_LENGTH}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
