import { Card, Loader, Text, Title } from '@mantine/core';
import { useId } from 'react';
import IconAlertTriangle from '~icons/tabler/alert-triangle';
import IconCheck from '~icons/tabler/check';
import IconMinus from '~icons/tabler/minus';
import type { smtpDiagnosis } from '@cueline/contracts';
import { useDay } from './use-day.js';
import { m as own } from './inbox-messages.js';
import { m } from './messages.js';
import styles from './email-accounts.module.css';

interface Props {
  readonly kind?: 'sending' | 'inbox';
  readonly host: string;
  readonly stages: readonly smtpDiagnosis.TestStage[];
  readonly isRunning: boolean;
}

type Name = smtpDiagnosis.TestStage['stage'];
/** In the order of the test, which the texts are written in. */
const names = Object.keys(m.stages) as Name[];
/** What only the other half is tested for. */
const others = {
  sending: new Set<Name>(['folders', 'inbox']),
  inbox: new Set<Name>(['sender', 'testMail']),
};
/** Steps of the machines: a person sees them where they fail. */
const quiet = new Set<Name>(['greeting', 'capabilities']);

const time = (ms: number) => (ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`);

/** What was tested, with the time that each stage took. */
export function StageList({ kind = 'sending', host, stages, isRunning }: Props) {
  const title = useId();
  const day = useDay();
  const failed = stages.some(({ result }) => result === 'failed');
  const rows = names
    .filter((name) => !others[kind].has(name))
    .map((name) => ({ name, stage: stages.find(({ stage }) => stage === name) }))
    .filter(({ name, stage }) => !quiet.has(name) || stage?.result === 'failed');
  const next = isRunning && !failed ? rows.find(({ stage }) => !stage)?.name : undefined;
  const sum = stages.reduce((all, { ms }) => all + ms, 0);
  return (
    <Card withBorder component="section" aria-labelledby={title} p="md" style={{ alignSelf: 'start' }}>
      <div className={styles['stageHead']}>
        <Title order={2} size="h5" id={title}>
          {m.whatWeTested}
        </Title>
        {stages.length > 0 && (
          <Text size="xs" c="dimmed">
            {time(sum)}
          </Text>
        )}
      </div>
      <Text size="xs" c="dimmed" mb={4}>
        {kind === 'inbox' ? own.inbox : m.sending} · {host}
      </Text>
      <ul className={styles['stages']}>
        {rows.map(({ name, stage }) => {
          const end = name === 'tls' && stage?.seen['validTo'];
          return (
            <li key={name} data-result={stage?.result ?? 'later'}>
              <Mark result={stage?.result} isNext={next === name} />
              <span>
                {stage?.result === 'failed' ? m.stageFailed[name] : m.stages[name]}
                {end && <span className={styles['seen']}>{m.certificateUntil(day(end))}</span>}
              </span>
              <span className={styles['time']}>
                {stage && stage.result !== 'skipped' ? time(stage.ms) : m.later}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Mark({ result, isNext }: { readonly result: string | undefined; readonly isNext: boolean }) {
  if (isNext) return <Loader size={16} aria-label={m.underWay} />;
  if (result === 'ok') return <IconCheck size={18} stroke={1.75} aria-label={m.passed} role="img" />;
  if (result === 'failed')
    return <IconAlertTriangle size={18} stroke={1.75} aria-label={m.failed} role="img" />;
  return <IconMinus size={18} stroke={1.75} aria-label={m.notTried} role="img" />;
}
