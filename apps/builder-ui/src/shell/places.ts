import {
  IconCalendar,
  IconChecklist,
  IconMail,
  IconMailOpened,
  IconMailPause,
  IconPlayerPlay,
  IconSitemap,
  IconUserCheck,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import type { Counted } from './use-open-counts.js';

export interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: Icon;
  readonly counted?: Counted;
}

export interface PlaceGroup {
  /** Absent: what is for oneself stands first and needs no name. */
  readonly label?: string;
  readonly places: readonly Place[];
}

const approvals: Place = { to: '/approvals', label: 'Approvals', icon: IconUserCheck, counted: 'approvals' };
const tasks: Place = { to: '/tasks', label: 'Tasks', icon: IconChecklist, counted: 'tasks' };
const workflows: Place = { to: '/workflows', label: 'Workflows', icon: IconSitemap };
const clients: Place = { to: '/clients', label: 'Clients', icon: IconUsers };

/** What a phone has at hand; the rest is under "More". */
export const atHand: readonly Place[] = [approvals, tasks, workflows, clients];

interface Member {
  readonly role: string | undefined;
  readonly mailCatcher: boolean;
}

/** The places of the product that this person may go to. */
export const groupsFor = ({ role, mailCatcher }: Member): readonly PlaceGroup[] => [
  {
    places: [approvals, { to: '/held', label: 'Held emails', icon: IconMailPause, counted: 'held' }],
  },
  {
    label: 'Automation',
    places: [
      workflows,
      { to: '/runs', label: 'Runs', icon: IconPlayerPlay },
      { to: '/templates', label: 'Templates', icon: IconMail },
    ],
  },
  {
    label: 'Records',
    places: [clients, { to: '/bookings', label: 'Bookings', icon: IconCalendar }, tasks],
  },
  ...(role === 'owner' || role === 'admin'
    ? [{ label: 'Studio', places: [{ to: '/team', label: 'Team', icon: IconUsersGroup }] }]
    : []),
  ...(mailCatcher
    ? [{ label: 'This machine', places: [{ to: '/mails', label: 'Caught mails', icon: IconMailOpened }] }]
    : []),
];

export const isAt = (pathname: string, to: string): boolean =>
  pathname === to || pathname.startsWith(`${to}/`) || (pathname === '/' && to === '/workflows');
