import { Badge, NavLink, Text, VisuallyHidden } from '@mantine/core';
import {
  IconCalendar,
  IconChecklist,
  IconCircleCheck,
  IconMail,
  IconMailOpened,
  IconMailPause,
  IconPlayerPlay,
  IconSitemap,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useMeQuery } from './use-me.js';
import { isCounted, useOpenCounts } from './use-open-counts.js';

const groups = [
  {
    label: 'For you',
    places: [
      { to: '/approvals', label: 'Approvals', icon: IconCircleCheck },
      { to: '/tasks', label: 'Tasks', icon: IconChecklist },
      { to: '/held', label: 'Held emails', icon: IconMailPause },
    ],
  },
  {
    label: 'Automation',
    places: [
      { to: '/workflows', label: 'Workflows', icon: IconSitemap },
      { to: '/templates', label: 'Templates', icon: IconMail },
      { to: '/runs', label: 'Runs', icon: IconPlayerPlay },
    ],
  },
  {
    label: 'Records',
    places: [
      { to: '/clients', label: 'Clients', icon: IconUsers },
      { to: '/bookings', label: 'Bookings', icon: IconCalendar },
    ],
  },
] as const;
const team = { to: '/team', label: 'Team', icon: IconUsersGroup } as const;
const mails = { to: '/mails', label: 'Caught mails', icon: IconMailOpened } as const;

interface Props {
  /** Mails are caught on this machine instead of going out. */
  readonly mailCatcher: boolean;
  readonly onGo: () => void;
}

/** The product's places; the one we are at is marked. */
export function Navigation({ mailCatcher, onGo }: Props) {
  const { pathname } = useLocation();
  const role = useMeQuery().data?.role;
  const counts = useOpenCounts();
  const waiting = (to: string) => {
    const count = isCounted(to) ? counts[to] : undefined;
    return (
      count && (
        <Badge variant="light" size="sm" circle={count.length < 2}>
          {count}
          <VisuallyHidden> {to === '/held' ? 'held' : 'open'}</VisuallyHidden>
        </Badge>
      )
    );
  };
  const link = ({
    to,
    label,
    icon: Icon,
  }: (typeof groups)[number]['places'][number] | typeof mails | typeof team) => (
    <NavLink
      key={to}
      className="nav-place"
      component={Link}
      to={to}
      label={label}
      leftSection={<Icon size={18} stroke={1.75} />}
      rightSection={waiting(to)}
      active={pathname.startsWith(to) || (pathname === '/' && to === '/workflows')}
      onClick={onGo}
    />
  );
  return (
    <>
      {groups.map(({ label, places }) => (
        <div key={label} role="group" aria-label={label}>
          <Text className="nav-group" aria-hidden>
            {label}
          </Text>
          {places.map(link)}
        </div>
      ))}
      {(role === 'owner' || role === 'admin') && (
        <div role="group" aria-label="Studio">
          <Text className="nav-group" aria-hidden>
            Studio
          </Text>
          {link(team)}
        </div>
      )}
      {mailCatcher && (
        <div role="group" aria-label="This machine">
          <Text className="nav-group" aria-hidden>
            This machine
          </Text>
          {link(mails)}
        </div>
      )}
    </>
  );
}
