import { Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ListStates } from '../../../kit/list-states.js';
import { HoldCard } from './hold-card.js';
import { useHolds } from './use-holds.js';
import styles from './held.module.css';
import { m } from './messages.js';

/** Emails that do not leave until a cause is gone or a person decides, by their causes. */
export function HeldEmails() {
  const query = useHolds();
  const page = useRef<HTMLDivElement>(null);
  const causes = query.data?.items.length ?? 0;
  const before = useRef(causes);
  // The card that had the focus may be gone with its last email.
  useEffect(() => {
    if (causes < before.current && document.activeElement === document.body) page.current?.focus();
    before.current = causes;
  }, [causes]);
  return (
    <Stack maw={760} ref={page} tabIndex={-1} className={styles['page']}>
      <ListStates query={query} empty={m.empty}>
        {(items) => (
          <Stack gap="md">
            {items.map((hold, i) => (
              <HoldCard key={hold.group} hold={hold} isFirst={i === 0} />
            ))}
          </Stack>
        )}
      </ListStates>
    </Stack>
  );
}
