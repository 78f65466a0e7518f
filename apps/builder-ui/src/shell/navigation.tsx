import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconMenu2 from '~icons/tabler/menu-2';
import { useLocation } from '@tanstack/react-router';
import { useMeQuery } from '../domain/use-me.js';
import { AccountButtons } from './account-buttons.js';
import { BrandMark } from './brand-mark.js';
import styles from './navigation.module.css';
import { PlaceLink } from './place-link.js';
import { atHand, groupsFor, isAt } from './places.js';
import { useOpenCounts } from './use-open-counts.js';
import { m } from './messages.js';

interface Props {
  readonly studio: string;
  /** Emails are caught on this machine instead of going out. */
  readonly mailCatcher: boolean;
}

/** The product’s places at the side: in full, or as icons beside an editor. */
export function Sidebar({ studio, mailCatcher, isRail }: Props & { readonly isRail: boolean }) {
  return (
    <nav className={styles['side']} aria-label={m.places} data-rail={isRail || undefined}>
      <div className={isRail ? undefined : styles['brand']}>
        <BrandMark {...(!isRail && { studio })} />
      </div>
      <Groups mailCatcher={mailCatcher} as={isRail ? 'icon' : 'row'} />
      <div className={styles['foot']}>
        <AccountButtons isRail={isRail} />
      </div>
    </nav>
  );
}

interface GroupsProps extends Pick<Props, 'mailCatcher'> {
  readonly as: 'row' | 'icon';
  readonly onGo?: () => void;
}

function Groups({ mailCatcher, as, onGo }: GroupsProps) {
  const role = useMeQuery().data?.role;
  const counts = useOpenCounts();
  return groupsFor({ role, mailCatcher }).map(({ label, places }) => {
    const links = places.map((place) => (
      <PlaceLink key={place.to} place={place} counts={counts} as={as} onGo={onGo} />
    ));
    if (label === undefined) return links;
    return (
      <div key={label} role="group" aria-label={label} style={{ display: 'contents' }}>
        {as === 'row' && (
          <div className={styles['group']} aria-hidden>
            {label}
          </div>
        )}
        {links}
      </div>
    );
  });
}

/** On a phone: four places under the thumb, the rest in a sheet. */
export function BottomBar({
  mailCatcher,
  className,
}: Pick<Props, 'mailCatcher'> & { readonly className: string }) {
  const [open, { open: show, close }] = useDisclosure();
  const counts = useOpenCounts();
  const { pathname } = useLocation();
  const isElsewhere = !atHand.some(({ to }) => isAt(pathname, to));
  return (
    <nav className={className} aria-label={m.places}>
      {atHand.map((place) => (
        <PlaceLink key={place.to} place={place} counts={counts} as="tab" />
      ))}
      <button
        type="button"
        className={styles['tab']}
        aria-expanded={open}
        data-elsewhere={isElsewhere || undefined}
        onClick={show}
      >
        <IconMenu2 size={20} stroke={1.75} aria-hidden />
        {m.more}
      </button>
      <Drawer opened={open} onClose={close} position="bottom" size="auto" title={m.more}>
        <div className={styles['sheet']}>
          <Groups mailCatcher={mailCatcher} as="row" onGo={close} />
          <div className={styles['foot']}>
            <AccountButtons onGo={close} />
          </div>
        </div>
      </Drawer>
    </nav>
  );
}
