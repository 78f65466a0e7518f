import { Anchor } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CardPage } from '../kit/card-page.js';
import { SignInForm } from './sign-in-form.js';
import { m } from './messages.js';

export function SignInPage() {
  const queries = useQueryClient();
  return (
    <CardPage title="Cueline" about={m.about}>
      <SignInForm onSignedIn={() => queries.invalidateQueries()} />
      <Anchor component={Link} to="/forgot-password" size="sm" ta="center">
        {m.forgot}
      </Anchor>
    </CardPage>
  );
}
