import { Stack } from '@mantine/core';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import { StoryDay } from '../../kit/story.js';
import type { About } from '../compose/letter.js';
import { useDays } from '../use-moment.js';
import { NoteLine } from './note-line.js';
import { TimelineRow } from './timeline-row.js';
import { ComingUp } from './coming-up.js';
import { useTimeline, type TimelineEntry } from './use-record.js';
import { m } from './messages.js';

/** What is to come about a record, a line for a note, and what happened, day by day. */
export function Timeline({ about }: { readonly about: About }) {
  const query = useTimeline(about);
  const { dayOf } = useDays();
  return (
    <Stack gap="sm">
      <ComingUp about={about} />
      <NoteLine about={about} />
      <ListStates query={query} empty={m.empty}>
        {(items) => (
          <div>
            {byDay(items, dayOf).map(([day, entries]) => (
              <StoryDay key={day} label={day}>
                {entries.map((entry) => (
                  <TimelineRow key={entry.key} entry={entry} />
                ))}
              </StoryDay>
            ))}
          </div>
        )}
      </ListStates>
      <MoreButton query={query} />
    </Stack>
  );
}

function byDay(items: readonly TimelineEntry[], dayOf: (instant: string) => string) {
  const days = new Map<string, TimelineEntry[]>();
  for (const item of items) {
    const day = dayOf(item.at);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
}
