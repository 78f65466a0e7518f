import {
  ActionIcon,
  Menu,
  useComputedColorScheme,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMeQuery } from '../domain/use-me.js';
import { Avatar } from '../kit/avatar.js';
import { ConfirmDialog } from '../kit/confirm-dialog.js';
import { keeping } from '../session/keeping.js';
import { unsaved } from '../session/unsaved.js';
import styles from './navigation.module.css';
import { useSignOut } from './use-sign-out.js';

interface Props {
  readonly isRail?: boolean;
  readonly onGo?: () => void;
}

/** Who is signed in, with the way out; light or dark. */
export function AccountButtons({ isRail = false, onGo }: Props) {
  const name = useMeQuery().data?.user?.name ?? 'Your account';
  const [isAsking, setAsking] = useState(false);
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
            Your account
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={16} stroke={1.75} />}
            onClick={() => (unsaved.any() ? setAsking(true) : void signOut())}
          >
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SchemeSwitch />
      <ConfirmDialog
        opened={isAsking}
        title="Sign out with unsaved changes?"
        confirm="Sign out"
        cancel="Stay signed in"
        isDestructive
        onConfirm={() => void signOut()}
        onClose={() => setAsking(false)}
      >
        Some changes are not saved yet.{' '}
        {keeping.view()
          ? 'Those of workflows are kept in this browser until you sign in here again; other text is lost.'
          : 'They are lost: this browser does not keep them.'}
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
      aria-label={`Switch to ${other} colors`}
      onClick={() => setColorScheme(other)}
    >
      <Icon size={18} stroke={1.75} />
    </ActionIcon>
  );
}
