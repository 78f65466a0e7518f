import { Anchor } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CardPage } from '../kit/card-page.js';
import { SignInForm } from './sign-in-form.js';

export function SignInPage() {
  const queries = useQueryClient();
  return (
    <CardPage title="Cueline" about="Sign in to your studio">
      <SignInForm onSignedIn={() => queries.invalidateQueries()} />
      <Anchor component={Link} to="/forgot-password" size="sm" ta="center">
        Forgot your password?
      </Anchor>
    </CardPage>
  );
}
