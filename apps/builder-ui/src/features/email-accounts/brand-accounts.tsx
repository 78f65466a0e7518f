import { Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import IconSend from '~icons/tabler/send';
import type { smtpAccounts } from '@cueline/contracts';
import { ListRow, ListRows } from '../../kit/list-row.js';
import { StatusDot } from '../../kit/status-dot.js';
import { useMoment } from '../../domain/use-moment.js';
import { LateMails } from './late-mails.js';
import { useSender } from './use-accounts.js';
import { m } from './messages.js';

interface Props {
  readonly brandId: string;
  readonly accounts: readonly smtpAccounts.SmtpAccountView[];
  /** One button of a page is the loud one. */
  readonly isFirst: boolean;
}

const tones = { working: 'live', needs_attention: 'broken', unchecked: 'quiet' } as const;

/** A brand's accounts, or the platform's address that it sends from without one. */
export function BrandAccounts({ brandId, accounts, isFirst }: Props) {
  const sender = useSender(brandId).data;
  const moment = useMoment();
  const connect = (
    <Button
      component={Link}
      to={`/email-accounts/new?brand=${brandId}`}
      variant={isFirst && accounts.length === 0 ? 'filled' : 'default'}
      style={{ alignSelf: 'flex-start' }}
    >
      {accounts.length === 0 ? m.connectYours : m.connectAnother}
    </Button>
  );
  if (accounts.length === 0)
    return (
      <Stack gap="sm">
        <Text>{sender ? m.sendsFrom(sender.address) : m.sendsFromPlatform}</Text>
        {connect}
      </Stack>
    );
  return (
    <Stack gap="sm">
      <ListRows label={m.title}>
        {accounts.map((account) => {
          const { id, address, isDefault, health } = account;
          const facts = [
            isDefault ? m.sendsFromHere : m.notUsed,
            health.provenAt && m.provenAt(moment(health.provenAt)),
            health.held > 0 && m.waiting(health.held),
          ];
          return (
            <ListRow
              key={id}
              start={<IconSend size={18} stroke={1.75} aria-hidden />}
              title={address}
              meta={facts.filter(Boolean).join(' · ')}
              end={
                <>
                  <StatusDot tone={tones[health.state]} label={`${m.sending}: ${m.states[health.state]}`} />
                  <Button
                    component={Link}
                    to={`/email-accounts/${id}`}
                    variant="default"
                    size="compact-sm"
                    aria-label={health.state === 'needs_attention' ? m.fixOf(address) : m.editOf(address)}
                  >
                    {health.state === 'needs_attention' ? m.fix : m.edit}
                  </Button>
                </>
              }
            >
              {health.state === 'needs_attention' && health.reasons.length > 0 && (
                <Text size="sm" c="dimmed" style={{ gridColumn: '1 / -1', overflowWrap: 'anywhere' }}>
                  {health.reasons.join(' ')}
                </Text>
              )}
              <LateMails health={health} />
            </ListRow>
          );
        })}
      </ListRows>
      {connect}
    </Stack>
  );
}
