import { Card, Center, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { SignInForm } from './sign-in-form.js';

export function SignInPage() {
  const queries = useQueryClient();
  return (
    <Center component="main" mih="100vh" p="md">
      <Card withBorder shadow="sm" padding="xl" w="100%" maw={380}>
        <Stack>
          <div>
            <Title order={1} size="h2">
              Cueline
            </Title>
            <Text c="dimmed">Sign in to your studio</Text>
          </div>
          <SignInForm onSignedIn={() => queries.invalidateQueries()} />
        </Stack>
      </Card>
    </Center>
  );
}
