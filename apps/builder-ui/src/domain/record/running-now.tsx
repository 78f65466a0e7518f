import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FactCard } from '../../kit/fact-card.js';
import { StatusDot, type Tone } from '../../kit/status-dot.js';
import type { About } from '../compose/letter.js';
import { useWeekday } from '../use-moment.js';
import styles from './record.module.css';
import { useUnderWay, type UnderWay } from './use-record.js';
import { m } from './messages.js';

type Status = UnderWay['runs'][number]['status'];
const toneOf = (status: Status): Tone =>
  status === 'failed' ? 'broken' : status === 'paused' ? 'quiet' : 'waiting';

/** The workflows that run for a record, and what each waits for. */
export function RunningNow({ about }: { readonly about: About }) {
  const { data } = useUnderWay(about);
  const moment = useWeekday();
  if (!data) return null;
  return (
    <FactCard title={m.runningNow}>
      {data.runs.length === 0 && (
        <Text size="sm" c="dimmed">
          {m.nothingRuns}
        </Text>
      )}
      <ul className={styles['plain']}>
        {data.runs.map(({ id, workflowName, status, nextAt, reasons }) => (
          <li key={id} className={styles['run']}>
            <Anchor component={Link} to={`/runs/${id}`} fw={500} c="inherit">
              {workflowName}
            </Anchor>
            <StatusDot tone={toneOf(status)} label={m.runStatus[status]} />
            {(reasons[0] ?? nextAt) && (
              <Text size="xs" c="dimmed">
                {reasons[0] ?? m.next(moment(nextAt!))}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </FactCard>
  );
}
