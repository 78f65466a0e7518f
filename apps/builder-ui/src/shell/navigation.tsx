import { NavLink, Text } from '@mantine/core';
import {
  IconCalendar,
  IconMail,
  IconMailOpened,
  IconPlayerPlay,
  IconSitemap,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';

const groups = [
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
const mails = { to: '/mails', label: 'Caught mails', icon: IconMailOpened } as const;

interface Props {
  /** Mails are caught on this machine instead of going out. */
  readonly mailCatcher: boolean;
  readonly onGo: () => void;
}

/** The product's places; the one we are at is marked. */
export function Navigation({ mailCatcher, onGo }: Props) {
  const { pathname } = useLocation();
  const link = ({ to, label, icon: Icon }: (typeof groups)[number]['places'][number] | typeof mails) => (
    <NavLink
      key={to}
      className="nav-place"
      component={Link}
      to={to}
      label={label}
      leftSection={<Icon size={18} stroke={1.75} />}
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
