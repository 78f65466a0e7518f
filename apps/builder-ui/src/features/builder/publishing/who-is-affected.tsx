import { List, Radio, Stack, Text } from '@mantine/core';
import { useWeekday } from '../../../domain/use-moment.js';
import { comingWords, matchingWords } from './already-there.js';
import { plural } from './counted.js';
import type { Impact } from './use-impact.js';

interface Props {
  readonly impact: Impact;
  readonly paused: boolean;
  readonly enrol: 'none' | 'all';
  readonly onEnrol: (enrol: 'none' | 'all') => void;
}

/** Runs under way, and the records that are there already. */
export function WhoIsAffected({ impact: { runs, records, coming }, paused, enrol, onEnrol }: Props) {
  const when = useWeekday();
  // A date workflow asks nothing: each record's own date starts it.
  const dates = coming && comingWords(coming, records.subject, when, paused);
  const matching = coming ? undefined : matchingWords(records);
  return (
    <Stack gap="xs">
      {paused && <Text size="sm">The workflow is paused: it starts nothing until you resume it.</Text>}
      {runs.live > 0 && (
        <Text size="sm">
          {runs.live === 1 ? 'One run is' : `${runs.live} runs are`} under way and{' '}
          {runs.live === 1 ? 'stays' : 'stay'} with the version it began with.
        </Text>
      )}
      {runs.onChangedSteps.map(({ version, stepId, step, runs: at, change }) => (
        <Text key={`${version}/${stepId}`} size="sm" c="dimmed">
          {at === 1 ? 'One of them is' : `${at} of them are`} at {step}, which is {changes[change]} here.
        </Text>
      ))}
      {dates && (
        <div>
          <Text size="sm">{dates.sentence}</Text>
          {dates.first.length > 0 && (
            <List size="sm" mt={4}>
              {dates.first.map((one, i) => (
                <List.Item key={i}>{one}</List.Item>
              ))}
              {dates.rest && <List.Item>{dates.rest}</List.Item>}
            </List>
          )}
        </div>
      )}
      {matching && !paused && (
        <Radio.Group
          label={matching.question}
          value={enrol}
          onChange={(value) => onEnrol(value === 'all' ? 'all' : 'none')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="none" label="No, only for new ones" />
            <Radio value="all" label={matching.yes} />
          </Stack>
        </Radio.Group>
      )}
      {!coming && !matching && (
        <Text size="sm">
          It starts for new {plural(records.subject)} only: none of those you already have matches.
        </Text>
      )}
    </Stack>
  );
}

const changes = { stepRemoved: 'removed', stepChanged: 'changed', stepMoved: 'moved' } as const;
