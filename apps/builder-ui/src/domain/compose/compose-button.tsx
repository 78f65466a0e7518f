import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconMail from '~icons/tabler/mail';
import { ComposeDrawer } from './compose-drawer.js';
import type { About } from './letter.js';

interface Props extends Pick<ButtonProps, 'variant' | 'size'> {
  readonly about: About;
  /** "Email Mara" */
  readonly label: string;
  /** Where several stand on a page: with what each is about. */
  readonly name?: string;
}

/** Opens an email that is written from a record. */
export function ComposeButton({ about, label, name, variant = 'default', size }: Props) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button
        variant={variant}
        {...(size && { size })}
        leftSection={<IconMail size={16} aria-hidden />}
        {...(name && { 'aria-label': name })}
        onClick={open}
      >
        {label}
      </Button>
      <ComposeDrawer about={about} opened={opened} onClose={close} onReopen={open} />
    </>
  );
}
