import { Radio, Stack, Text } from '@mantine/core';
import { counted } from './counted.js';
import type { Impact } from './use-impact.js';

interface Props {
  readonly impact: Impact;
  /** The trigger is a date: each record's own date starts it. */
  readonly byDate: boolean;
  readonly paused: boolean;
  readonly enrol: 'none' | 'all';
  readonly onEnrol: (enrol: 'none' | 'all') => void;
}

/** Runs under way, and the records that are there already. */
export function WhoIsAffected({ impact: { runs, records }, byDate, paused, enrol, onEnrol }: Props) {
  const several = counted(records.subject);
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
      {byDate && (
        <Text size="sm">
          Also for the {several(2).replace(/^\d+ /, '')} you already have: it starts for each whose moment is
          still to come.
        </Text>
      )}
      {!byDate && !paused && records.match > 0 && (
        <Radio.Group
          label={`Also for the ${several(2).replace(/^\d+ /, '')} you already have?`}
          value={enrol}
          onChange={(value) => onEnrol(value === 'all' ? 'all' : 'none')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="none" label="No, only for new ones" />
            <Radio value="all" label={`Yes, also for ${several(records.match)} that match`} />
          </Stack>
        </Radio.Group>
      )}
      {!byDate && records.match === 0 && (
        <Text size="sm">
          It starts for new {several(2).replace(/^\d+ /, '')} only: none of those you already have matches.
        </Text>
      )}
    </Stack>
  );
}

const changes = { stepRemoved: 'removed', stepChanged: 'changed', stepMoved: 'moved' } as const;
