import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { requestPasswordReset } from '../../api-client/generated/sdk.gen.js';
import { CardPage } from '../../kit/card-page.js';
import { fieldError, formError } from '../../kit/field-error.js';

export function ForgotPasswordPage() {
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => call(requestPasswordReset({ body: { email } })) });
  const back = (
    <Anchor component={Link} to="/" size="sm" ta="center">
      Back to sign in
    </Anchor>
  );
  if (ask.data)
    return (
      <CardPage title="Look into your inbox">
        <Text role="status">{ask.data.detail}</Text>
        <Text size="sm" c="dimmed">
          Nothing there after a few minutes? Look into the spam folder, or check the address.
        </Text>
        <Button variant="default" onClick={() => ask.reset()}>
          Try another address
        </Button>
        {back}
      </CardPage>
    );
  return (
    <CardPage title="Set a new password" about="An email with a link lets you choose a new one.">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <Stack>
          {formError(ask.error) && <Alert color="red">{formError(ask.error)}</Alert>}
          <TextInput
            label="Email"
            inputMode="email"
            autoCapitalize="none"
            autoComplete="username"
            required
            autoFocus
            maxLength={254}
            value={email}
            error={fieldError(ask.error, 'email')}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" loading={ask.isPending}>
            Send the link
          </Button>
        </Stack>
      </form>
      {back}
    </CardPage>
  );
}
