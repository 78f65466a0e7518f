import { MultiSelect, Select, Stack, Switch } from '@mantine/core';
import {
  describeReentry,
  eventTypes,
  reentryRules,
  type Definition,
  type Operation,
} from '@cueline/workflows';
import { ConditionEditor } from './condition-editor.js';

/** When the workflow starts, how often, and what ends it early. */
export function TriggerForm({
  definition,
  edit,
}: {
  readonly definition: Definition;
  readonly edit: (operation: Operation) => void;
}) {
  const { trigger, exitOn } = definition;
  const set = (values: Partial<Definition['trigger']>) =>
    edit({ type: 'setTrigger', trigger: { ...trigger, ...values } });
  const { when, ...always } = trigger;
  const events = eventTypes.map(({ type, label }) => ({ value: type, label }));
  return (
    <Stack>
      <Select
        label="Starts when"
        searchable
        allowDeselect={false}
        value={trigger.event}
        onChange={(event) => event && set({ event: event })}
        data={events}
      />
      <Select
        label="How often"
        allowDeselect={false}
        value={trigger.reentry}
        onChange={(reentry) => reentry && set({ reentry: reentry })}
        data={reentryRules.map((rule) => ({ value: rule, label: describeReentry(rule) }))}
      />
      <Switch
        label="Only under a condition"
        checked={when !== undefined}
        onChange={(e) =>
          edit({
            type: 'setTrigger',
            trigger: e.currentTarget.checked ? { ...trigger, when: { all: [] } } : always,
          })
        }
      />
      {when && (
        <ConditionEditor event={trigger.event} value={when} onChange={(next) => set({ when: next })} />
      )}
      <MultiSelect
        label="Ends early when"
        searchable
        value={exitOn.map(({ event }) => event)}
        onChange={(chosen) => edit({ type: 'setExitOn', exitOn: chosen.map((event) => ({ event: event })) })}
        data={events}
      />
    </Stack>
  );
}
