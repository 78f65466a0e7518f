import { Button, Group, Text } from '@mantine/core';
import type { smtpAccounts } from '@cueline/contracts';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { useDecideLate } from './use-accounts.js';
import { m } from './messages.js';

/** What waits for an account: most leaves by itself, what is old is for a person to decide. Nothing where nothing waits. */
export function LateMails({ health }: { readonly health: smtpAccounts.SmtpAccountHealth }) {
  const { held, late, lateGroup } = health;
  const decide = useDecideLate(lateGroup);
  if (held === 0 && late === 0) return null;
  return (
    <Group gap="sm" style={{ gridColumn: '1 / -1' }}>
      <Text size="sm">
        {[held > 0 && m.leaveByThemselves(held), late > 0 && m.olderThanADay(late)].filter(Boolean).join(' ')}
      </Text>
      {late > 0 && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => decide.mutate('send')}>
            {m.send}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => decide.mutate('skip')}>
            {m.skip}
          </Button>
        </>
      )}
      {decide.error && <ProblemAlert error={decide.error} />}
    </Group>
  );
}
