import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CardPage } from '../kit/card-page.js';

/** An address that leads nowhere, and the way back. */
export const NoSuchPage = () => (
  <CardPage title="This page doesn’t exist">
    <Anchor component={Link} to="/">
      Go to your workflows
    </Anchor>
  </CardPage>
);
