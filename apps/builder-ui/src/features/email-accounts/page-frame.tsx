import { Anchor, Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { m } from './messages.js';

/** A page beside the list of accounts, with the way back there. */
export const PageFrame = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Stack maw={640} gap="md">
    <Anchor component={Link} to="/email-accounts" size="sm">
      {m.title}
    </Anchor>
    <Title order={1} size="h2">
      {title}
    </Title>
    {children}
  </Stack>
);
