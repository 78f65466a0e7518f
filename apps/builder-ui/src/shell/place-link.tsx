import { Tooltip, VisuallyHidden } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import styles from './navigation.module.css';
import { isAt, type Place } from './places.js';
import type { OpenCounts } from './use-open-counts.js';
import { m } from './messages.js';

interface Props {
  readonly place: Place;
  readonly counts: OpenCounts;
  readonly as?: 'row' | 'icon' | 'tab';
  readonly onGo?: (() => void) | undefined;
}

/** A place of the product; the one we are at is marked. */
export function PlaceLink({ place: { to, label, icon: Icon, counted }, counts, as = 'row', onGo }: Props) {
  const { pathname } = useLocation();
  const count = counted && counts[counted];
  const isCurrent = isAt(pathname, to);
  const link = (
    <Link
      to={to}
      className={styles[as === 'tab' ? 'tab' : 'place']}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onGo}
    >
      <Icon size={as === 'tab' ? 20 : 18} stroke={1.75} aria-hidden />
      {as === 'icon' ? (
        <VisuallyHidden>{label}</VisuallyHidden>
      ) : (
        <span className={styles['name']}>{label}</span>
      )}
      {count && as !== 'icon' && <Count counted={counted} count={count} />}
      {count && as === 'icon' && (
        <>
          {counted === 'approvals' && <span className={styles['dot']} />}
          <VisuallyHidden>
            {' '}
            {count} {waiting(counted)}
          </VisuallyHidden>
        </>
      )}
    </Link>
  );
  return as === 'icon' ? (
    <Tooltip label={label} position="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

const waiting = (counted: Place['counted']): string =>
  counted === 'held' ? m.held : counted === 'unread' ? m.unread : m.open;

/** Filled for what needs somebody; all else is grey. */
const Count = ({ counted, count }: { readonly counted: Place['counted']; readonly count: string }) => (
  <span className={styles['count']} data-loud={counted === 'approvals' || undefined}>
    {count}
    <VisuallyHidden> {waiting(counted)}</VisuallyHidden>
  </span>
);
