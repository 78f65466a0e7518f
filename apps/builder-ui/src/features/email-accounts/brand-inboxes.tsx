import { Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import IconInbox from '~icons/tabler/inbox';
import type { mailboxes } from '@cueline/contracts';
import { ListRow, ListRows } from '../../kit/list-row.js';
import { StatusDot } from '../../kit/status-dot.js';
import { useMoment } from '../../domain/use-moment.js';
import { inboxTones } from './inbox-health.js';
import { m } from './inbox-messages.js';

/** A brand's inboxes, each with how it is; nothing is said where it reads none. */
export function BrandInboxes({ inboxes }: { readonly inboxes: readonly mailboxes.MailboxView[] }) {
  const moment = useMoment();
  return (
    <>
      {inboxes.length > 0 && (
        <ListRows label={m.inbox}>
          {inboxes.map(({ id, address, health }) => {
            const isBroken = health.state === 'needs_you';
            const isFresh = health.state === 'live' && health.provenAt !== null;
            const state = isFresh ? m.upToDate(moment(health.provenAt)) : m.states[health.state];
            return (
              <ListRow
                key={id}
                start={<IconInbox size={18} stroke={1.75} aria-hidden />}
                title={address}
                meta={
                  health.state === 'importing' && m.progress(String(health.fetched), String(health.total))
                }
                end={
                  <>
                    <StatusDot tone={inboxTones[health.state]} label={`${m.inbox}: ${state}`} />
                    <Button
                      component={Link}
                      to={`/email-accounts/inbox/${id}`}
                      variant="default"
                      size="compact-sm"
                      aria-label={isBroken ? m.fixOf(address) : m.openOf(address)}
                    >
                      {isBroken ? m.fix : m.open}
                    </Button>
                  </>
                }
              >
                {health.reasons.length > 0 && (
                  <Text size="sm" c="dimmed" style={{ gridColumn: '1 / -1', overflowWrap: 'anywhere' }}>
                    {health.reasons.join(' ')}
                  </Text>
                )}
              </ListRow>
            );
          })}
        </ListRows>
      )}
      <Group>
        <Button component={Link} to="/email-accounts/inbox/new" variant="subtle" size="compact-sm">
          {m.connectInbox}
        </Button>
      </Group>
    </>
  );
}
