import IconAddressBook from '~icons/tabler/address-book';
import IconAt from '~icons/tabler/at';
import IconCalendar from '~icons/tabler/calendar';
import IconChecklist from '~icons/tabler/checklist';
import IconFolder from '~icons/tabler/folder';
import IconIdBadge2 from '~icons/tabler/id-badge-2';
import IconInbox from '~icons/tabler/inbox';
import IconMail from '~icons/tabler/mail';
import IconMailOff from '~icons/tabler/mail-off';
import IconMailOpened from '~icons/tabler/mail-opened';
import IconMailForward from '~icons/tabler/mail-forward';
import IconMessageQuestion from '~icons/tabler/message-question';
import IconPalette from '~icons/tabler/palette';
import IconPlayerPlay from '~icons/tabler/player-play';
import IconReceipt from '~icons/tabler/receipt';
import IconSitemap from '~icons/tabler/sitemap';
import IconUserCheck from '~icons/tabler/user-check';
import IconUsers from '~icons/tabler/users';
import IconUsersGroup from '~icons/tabler/users-group';
import type { Icon } from '../kit/icon.js';
import type { Counted } from './use-open-counts.js';
import { m } from './messages.js';

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

const approvals: Place = { to: '/approvals', label: m.approvals, icon: IconUserCheck, counted: 'approvals' };
const inbox: Place = { to: '/inbox', label: m.inbox, icon: IconInbox, counted: 'unread' };
const tasks: Place = { to: '/tasks', label: m.tasks, icon: IconChecklist, counted: 'tasks' };
const workflows: Place = { to: '/workflows', label: m.workflows, icon: IconSitemap };
const clients: Place = { to: '/clients', label: m.clients, icon: IconUsers };

/** What a phone has at hand; the rest is under "More". */
export const atHand: readonly Place[] = [approvals, inbox, workflows, clients];

interface Member {
  readonly role: string | undefined;
  readonly mailCatcher: boolean;
}

const manages = (role: string | undefined): boolean => role === 'owner' || role === 'admin';

/** The places of the product that this person may go to. */
export const groupsFor = ({ role, mailCatcher }: Member): readonly PlaceGroup[] => [
  {
    places: [approvals, inbox],
  },
  {
    label: m.automation,
    places: [
      workflows,
      { to: '/runs', label: m.runs, icon: IconPlayerPlay },
      { to: '/templates', label: m.templates, icon: IconMail },
      { to: '/outbox', label: m.outbox, icon: IconMailForward, counted: 'held' },
    ],
  },
  {
    label: m.records,
    places: [
      clients,
      { to: '/bookings', label: m.bookings, icon: IconCalendar },
      { to: '/projects', label: m.projects, icon: IconFolder },
      { to: '/inquiries', label: m.inquiries, icon: IconMessageQuestion },
      { to: '/invoices', label: m.invoices, icon: IconReceipt },
      tasks,
      { to: '/vendors', label: m.vendors, icon: IconAddressBook },
      { to: '/staff', label: m.staff, icon: IconIdBadge2 },
    ],
  },
  {
    label: m.studio,
    places: [
      ...(manages(role)
        ? [
            { to: '/settings/brand', label: m.brand, icon: IconPalette },
            { to: '/email-accounts', label: m.emailAccounts, icon: IconAt },
          ]
        : []),
      { to: '/settings/dont-email', label: m.dontEmail, icon: IconMailOff },
      ...(manages(role) ? [{ to: '/team', label: m.team, icon: IconUsersGroup }] : []),
    ],
  },
  ...(mailCatcher
    ? [{ label: m.thisMachine, places: [{ to: '/mails', label: m.caughtEmails, icon: IconMailOpened }] }]
    : []),
];

export const isAt = (pathname: string, to: string): boolean =>
  pathname === to || pathname.startsWith(`${to}/`) || (pathname === '/' && to === '/workflows');
