import { Anchor, Checkbox, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ListStates, MoreButton } from '../../../kit/list-states.js';
import { useMoment } from '../../../domain/use-moment.js';
import { useHeldMails, type ApprovalMail, type Hold } from './use-holds.js';
import styles from './held.module.css';
import { m } from './messages.js';

/** As many as can be decided at once by their ids. */
const MOST = 500;

interface Props {
  readonly hold: Hold;
  /** Ids of the emails that the buttons are for; none: all of the hold. */
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** The emails of a hold, to choose some of them. */
export function HeldList({ hold: { group, mails }, chosen, onChoose }: Props) {
  const query = useHeldMails(group);
  const { refetch } = query;
  // Others were held, or let go.
  useEffect(() => void refetch(), [mails, refetch]);
  const items = query.data?.items;
  useEffect(() => {
    const there = items && chosen.filter((id) => items.some((mail) => mail.id === id));
    if (there && there.length < chosen.length) onChoose(there);
  }, [items, chosen, onChoose]);
  return (
    <Stack gap="xs">
      <ListStates query={query} empty={m.none}>
        {(all) => (
          <Stack gap={0} component="ul" className={styles['list']} aria-label={m.title}>
            {all.map((mail) => (
              <li key={mail.id}>
                <Checkbox
                  aria-label={m.choose(whom(mail))}
                  checked={chosen.includes(mail.id)}
                  disabled={chosen.length >= MOST && !chosen.includes(mail.id)}
                  onChange={(event) =>
                    onChoose(
                      event.currentTarget.checked
                        ? [...chosen, mail.id]
                        : chosen.filter((id) => id !== mail.id),
                    )
                  }
                />
                <Mail mail={mail} />
              </li>
            ))}
          </Stack>
        )}
      </ListStates>
      <MoreButton query={query} />
    </Stack>
  );
}

const whom = ({ to, toName }: ApprovalMail): string => toName || to;

function Mail({ mail }: { readonly mail: ApprovalMail }) {
  const moment = useMoment();
  const { to, toName, template, workflowName, runId, heldAt } = mail;
  return (
    <div className={styles['mail']}>
      <Text size="sm" fw={500}>
        {whom(mail)}
        {toName && (
          <Text span size="sm" c="dimmed" fw={400}>
            {' '}
            {to}
          </Text>
        )}
      </Text>
      <Group gap={6}>
        <Text size="xs" c="dimmed">
          {[template ?? m.withinStudio, m.heldSince(moment(heldAt))].join(' · ')}
        </Text>
        {runId && (
          <Anchor component={Link} to={`/runs/${runId}`} size="xs">
            {workflowName ?? m.itsRun}
          </Anchor>
        )}
      </Group>
    </div>
  );
}
