import { Anchor, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { requestPasswordReset } from '../../api-client/generated/sdk.gen.js';
import { CardPage } from '../../kit/card-page.js';
import { Form, useFields } from '../../kit/form.js';
import { SignInAddress } from '../../kit/sign-in-address.js';
import { m } from './messages.js';

export function ForgotPasswordPage() {
  const fields = useFields({ email: '' });
  const ask = useMutation({ mutationFn: () => call(requestPasswordReset({ body: fields.values })) });
  const back = (
    <Anchor component={Link} to="/" size="sm" ta="center">
      {m.backToSignIn}
    </Anchor>
  );
  if (ask.data)
    return (
      <CardPage title={m.lookInInbox}>
        <Text role="status">{ask.data.detail}</Text>
        <Text size="sm" c="dimmed">
          {m.nothingThere}
        </Text>
        <Button variant="default" onClick={() => ask.reset()}>
          {m.otherAddress}
        </Button>
        {back}
      </CardPage>
    );
  return (
    <CardPage title={m.setPassword} about={m.forgotAbout}>
      <Form
        error={fields.bind(ask.error).unplaced}
        isBusy={ask.isPending}
        submit={m.sendLink}
        onSubmit={ask.mutate}
      >
        <SignInAddress label={m.email} autoFocus maxLength={254} {...fields.bind(ask.error).text('email')} />
      </Form>
      {back}
    </CardPage>
  );
}
