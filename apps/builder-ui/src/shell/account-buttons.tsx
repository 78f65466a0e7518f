import {
  ActionIcon,
  Menu,
  useComputedColorScheme,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import IconLogout from '~icons/tabler/logout';
import IconMoon from '~icons/tabler/moon';
import IconSun from '~icons/tabler/sun';
import IconUser from '~icons/tabler/user';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMeQuery } from '../domain/use-me.js';
import { Avatar } from '../kit/avatar.js';
import { ConfirmDialog } from '../kit/confirm-dialog.js';
import { keeping } from '../session/keeping.js';
import { unsaved } from '../session/unsaved.js';
import styles from './navigation.module.css';
import { useSignOut } from './use-sign-out.js';
import { m } from './messages.js';

interface Props {
  readonly isRail?: boolean;
  readonly onGo?: () => void;
}

/** Who is signed in, with the way out; light or dark. */
export function AccountButtons({ isRail = false, onGo }: Props) {
  const name = useMeQuery().data?.user?.name ?? m.yourAccount;
  const [isConfirming, setConfirming] = useState(false);
  const signOut = useSignOut();
  return (
    <>
      <Menu position={isRail ? 'right-end' : 'top-start'} withinPortal>
        <Menu.Target>
          <button type="button" className={styles['place']}>
            <Avatar name={name} size={20} />
            {isRail ? (
              <VisuallyHidden>{name}</VisuallyHidden>
            ) : (
              <span className={styles['name']}>{name}</span>
            )}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to="/account"
            leftSection={<IconUser size={16} stroke={1.75} />}
            onClick={onGo}
          >
            {m.yourAccount}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={16} stroke={1.75} />}
            onClick={() => (unsaved.any() ? setConfirming(true) : void signOut())}
          >
            {m.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SchemeSwitch />
      <ConfirmDialog
        opened={isConfirming}
        title={m.signOutUnsaved}
        confirm={m.signOut}
        cancel={m.staySignedIn}
        isDestructive
        onConfirm={() => void signOut()}
        onClose={() => setConfirming(false)}
      >
        {`${m.notSaved} ${keeping.view() ? m.workflowsKept : m.allLost}`}
      </ConfirmDialog>
    </>
  );
}

function SchemeSwitch() {
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const other = scheme === 'dark' ? 'light' : 'dark';
  const Icon = scheme === 'dark' ? IconSun : IconMoon;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={other === 'dark' ? m.toDark : m.toLight}
      onClick={() => setColorScheme(other)}
    >
      <Icon size={18} stroke={1.75} />
    </ActionIcon>
  );
}
