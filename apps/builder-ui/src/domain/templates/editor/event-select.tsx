import { Select } from '@mantine/core';
import { eventTypes, type EventType } from '@cueline/workflows';
import { eventGroupLabel, eventLabel } from '../../labels/labels.js';
import { m } from './messages.js';

const groups = [...new Set(eventTypes.map(({ group }) => group))].map((group) => ({
  group: eventGroupLabel(group),
  items: eventTypes
    .filter((spec) => spec.group === group)
    .map(({ type }) => ({ value: type, label: eventLabel(type) })),
}));

interface Props {
  readonly event: EventType;
  readonly onEvent: (event: EventType) => void;
}

/** What has happened when the email is sent: its records are what can be filled in. */
export const EventSelect = ({ event, onEvent }: Props) => (
  <Select
    label={m.fieldsFor}
    searchable
    allowDeselect={false}
    value={event}
    onChange={(next) => next && onEvent(next)}
    data={groups}
  />
);
