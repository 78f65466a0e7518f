import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CardPage } from '../kit/card-page.js';
import { m } from './messages.js';

/** An address that leads nowhere, and the way back. */
export const NoSuchPage = () => (
  <CardPage title={m.noSuchPage}>
    <Anchor component={Link} to="/">
      {m.toWorkflows}
    </Anchor>
  </CardPage>
);
