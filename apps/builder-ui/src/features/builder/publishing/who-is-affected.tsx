import { List, Radio, Stack, Text } from '@mantine/core';
import { useWeekday } from '../../../domain/use-moment.js';
import { comingContent, matchingContent } from './already-there.js';
import type { Impact } from './use-impact.js';
import { m } from './messages.js';

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
  const dates = coming && comingContent(coming, records.subject, when, paused);
  const matching = coming ? undefined : matchingContent(records);
  return (
    <Stack gap="xs">
      {paused && <Text size="sm">{m.paused}</Text>}
      {runs.live > 0 && <Text size="sm">{m.stay(runs.live)}</Text>}
      {runs.onChangedSteps.map(({ version, stepId, step, runs: at, change }) => (
        <Text key={`${version}/${stepId}`} size="sm" c="dimmed">
          {m.atStep[change](at, step)}
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
            <Radio value="none" label={m.onlyNew} />
            <Radio value="all" label={matching.yes} />
          </Stack>
        </Radio.Group>
      )}
      {!coming && !matching && <Text size="sm">{m.noneMatches(records.subject)}</Text>}
    </Stack>
  );
}
