import { MultiSelect, Select, Stack, Switch } from '@mantine/core';
import {
  anchorPaths,
  eventOf,
  eventTypes,
  missesMovedDates,
  reentryRules,
  usualReentry,
  type AnchorPath,
  type DateTrigger,
  type Definition,
  type EventType,
} from '@cueline/workflows';
import { ConditionEditor } from '../conditions/condition-editor.js';
import { useMe } from '../../../domain/use-me.js';
import type { Edits } from '../use-edits.js';
import { MomentInput } from './moment-input.js';
import { anchorInSentence } from '../../../domain/labels/anchor-label.js';
import { eventGroupLabel, eventLabel } from '../../../domain/labels/labels.js';
import { m as labels } from '../../../domain/labels/messages.js';
import { m } from './messages.js';

interface Props {
  readonly definition: Definition;
  readonly edit: Edits['edit'];
}

const groups = [...new Set(eventTypes.map(({ group }) => group))];
const events = groups.map((group) => ({
  group: eventGroupLabel(group),
  items: eventTypes
    .filter((spec) => spec.group === group)
    .map(({ type }) => ({ value: type, label: eventLabel(type) })),
}));

const NEAR = 'date';
const starts = [{ group: m.dates, items: [{ value: NEAR, label: m.dateNear }] }, ...events];
const usualMoment: DateTrigger['moment'] = {
  anchor: 'booking.startsAt',
  offset: { amount: 3, unit: 'days', direction: 'before' },
  at: '09:00',
};

/** When the workflow starts, how often, and what ends it early. */
export function TriggerForm({ definition, edit }: Props) {
  const { brands } = useMe();
  const { trigger, exitOn } = definition;
  const { when, brands: chosenBrands, ...always } = trigger;
  const event = eventOf(trigger);
  const start = (chosen: string) => {
    const type = chosen === NEAR ? 'date' : 'event';
    // Between an event and a date "how often" means another thing.
    const reentry = type === trigger.type ? trigger.reentry : usualReentry[type];
    const kept = { ...(chosenBrands && { brands: chosenBrands }), ...(when && { when }), reentry };
    if (type === 'date') set({ type, moment: usualMoment, ...kept });
    else set({ type, event: chosen as EventType, ...kept });
  };
  const set = (next: Definition['trigger'], typing = false) =>
    edit({ type: 'setTrigger', trigger: next }, typing);
  return (
    <Stack>
      <Select
        label={m.startsWhen}
        searchable
        allowDeselect={false}
        value={trigger.type === 'date' ? NEAR : trigger.event}
        onChange={(chosen) => chosen && start(chosen)}
        data={starts}
      />
      {trigger.type === 'date' && (
        <MomentInput
          at="/trigger/moment"
          event={event}
          anchors={anchorPaths}
          value={trigger.moment}
          onChange={({ anchor, ...moment }, typing) =>
            set({ ...trigger, moment: { ...moment, anchor: anchor as AnchorPath } }, typing)
          }
        />
      )}
      <Switch
        label={m.onlyUnder}
        checked={when !== undefined}
        onChange={(e) =>
          set({
            ...always,
            ...(chosenBrands && { brands: chosenBrands }),
            ...(e.currentTarget.checked && { when: { all: [] } }),
          })
        }
      />
      {when && (
        <ConditionEditor
          at="/trigger/when"
          event={event}
          value={when}
          onChange={(next, typing) => set({ ...trigger, when: next }, typing)}
        />
      )}
      {brands.length > 1 && (
        <MultiSelect
          label={m.brands}
          placeholder={chosenBrands ? undefined : m.allBrands}
          value={[...(chosenBrands ?? [])]}
          onChange={(ids) =>
            set({ ...always, ...(when && { when }), ...(ids.length > 0 && { brands: ids }) })
          }
          data={brands.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        label={m.howOften}
        description={oftenAbout(trigger)}
        allowDeselect={false}
        value={trigger.reentry}
        onChange={(reentry) => reentry && set({ ...trigger, reentry })}
        data={reentryRules.map((rule) => ({ value: rule, label: labels.reentry[rule] }))}
      />
      <MultiSelect
        label={m.endsEarly}
        description={m.endsEarlyAbout}
        searchable
        value={exitOn.map(({ event }) => event)}
        onChange={(chosen) => edit({ type: 'setExitOn', exitOn: chosen.map((event) => ({ event })) })}
        data={events}
      />
    </Stack>
  );
}

function oftenAbout(trigger: Definition['trigger']): string | undefined {
  if (trigger.type !== 'date') return undefined;
  return missesMovedDates(trigger)
    ? m.noSecond(anchorInSentence(trigger.moment.anchor))
    : m.onceForEach(anchorInSentence(trigger.moment.anchor));
}
