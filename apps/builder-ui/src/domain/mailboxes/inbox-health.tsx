import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StatusDot } from '../../kit/status-dot.js';
import { useDays } from '../use-moment.js';
import { healthContent, worst } from './health-content.js';
import styles from './inbox-health.module.css';
import { m } from './messages.js';
import { useMailboxes } from './use-mailboxes.js';

interface Props {
  /** Only where what is shown may be old. */
  readonly onlyStale?: boolean;
}

/** How the studio’s inbox is, by its last proof: of several the one that most needs somebody. */
export function InboxHealth({ onlyStale = false }: Props) {
  const { data } = useMailboxes();
  const { shortly } = useDays();
  const shown = worst(
    (data?.items ?? []).map(({ address, health }) => healthContent(address, health, shortly)),
  );
  if (!shown || (onlyStale && !shown.toFix)) return null;
  return (
    <div className={styles['health']} data-stale={shown.toFix || undefined}>
      <StatusDot tone={shown.tone} label={shown.label} isLive />
      {shown.toFix && (
        <Anchor component={Link} to="/email-accounts" size="sm" underline="always">
          {m.fix}
        </Anchor>
      )}
    </div>
  );
}
