import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { explainSend } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { useMoment } from '../../domain/use-moment.js';
import { QueryGate } from '../../kit/query-gate.js';
import { m } from './messages.js';
import styles from './outbox.module.css';

interface Props {
  readonly id: string;
  readonly author: string | null;
  readonly isTest: boolean;
}

/** What happened, the rule that listens to it, its decisions, and the email that came of them. */
export function WhySent({ id, author, isTest }: Props) {
  const query = useQuery({
    queryKey: keys.sends.why(id),
    queryFn: () => call(explainSend({ path: { id } })),
  });
  const moment = useMoment();
  if (author !== null) return <Text>{isTest ? m.sentAsTest(author) : m.sentByHand(author)}</Text>;
  return (
    <QueryGate query={query} failed={m.notLoaded}>
      {({ trigger, rule, steps, mail, changed }) => (
        <Stack>
          <ol className={styles['chain']}>
            {trigger && (
              <li>
                <Text fw={500}>{trigger.label}</Text>
                <Text size="xs" c="dimmed">
                  {moment(trigger.at)}
                </Text>
              </li>
            )}
            {rule && (
              <li>
                <Text fw={500}>{m.workflow(rule.workflowName, rule.version)}</Text>
                <Reasons reasons={rule.reasons} />
              </li>
            )}
            {steps.map((step) => (
              <li key={`${step.stepId}/${step.visit}`}>
                <Text fw={500}>{step.title}</Text>
                <Text size="xs" c="dimmed">
                  {moment(step.at)}
                </Text>
                <Reasons reasons={step.reasons} />
              </li>
            ))}
            <li>
              <Text fw={500}>{mail.template ?? m.email}</Text>
              <Reasons reasons={mail.reasons} />
            </li>
          </ol>
          {changed.length > 0 && (
            <div>
              <Text fw={500}>{m.changedSince}</Text>
              {changed.map(({ field, label, then, now }) => (
                <Text key={field} size="sm">
                  {m.wasThen(label, then, now)}
                </Text>
              ))}
            </div>
          )}
          {rule && (
            <Anchor component={Link} to={`/runs/${rule.runId}`}>
              {m.openRun}
            </Anchor>
          )}
        </Stack>
      )}
    </QueryGate>
  );
}

const Reasons = ({ reasons }: { readonly reasons: readonly string[] }) =>
  reasons.map((reason) => (
    <Text key={reason} size="sm" c="dimmed">
      {reason}
    </Text>
  ));
