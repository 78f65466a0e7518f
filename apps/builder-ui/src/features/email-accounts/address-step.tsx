import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { smtpDiagnosis } from '@cueline/contracts';
import { call } from '../../api-client/api.js';
import { discoverSmtpSettings } from '../../api-client/generated/sdk.gen.js';
import { Form, useFields } from '../../kit/form.js';
import type { Draft } from './draft.js';
import { m } from './messages.js';

interface Props {
  readonly draft: Draft;
  readonly onFound: (found: smtpDiagnosis.FoundSettings) => void;
}

/** Asks for nothing but the address, and finds the rest. */
export function AddressStep({ draft, onFound }: Props) {
  const fields = useFields({ address: draft.address });
  const current = useRef<AbortController>(undefined);
  const search = useMutation({
    mutationFn: (address: string) => {
      current.current = new AbortController();
      return call(discoverSmtpSettings({ body: { address }, signal: current.current.signal }));
    },
    onSuccess: (found) => {
      if (!found.didYouMean) onFound(found);
    },
  });
  const { text, unplaced } = fields.bind(current.current?.signal.aborted ? null : search.error);
  const meant = search.data?.didYouMean;
  return (
    <Stack maw={480}>
      <Form
        error={unplaced}
        isBusy={search.isPending}
        submit={m.findSettings}
        isOnPage
        onSubmit={() => search.mutate(fields.values.address)}
      >
        <TextInput
          label={m.address}
          description={m.addressHint}
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          required
          maxLength={254}
          autoFocus
          {...text('address')}
        />
      </Form>
      {search.isPending && (
        <Group gap="xs" role="status">
          <Text size="sm">{m.searching}</Text>
          <Button size="compact-sm" variant="subtle" onClick={() => current.current?.abort()}>
            {m.cancel}
          </Button>
        </Group>
      )}
      {meant && search.data && (
        <Group gap="xs" role="status">
          <Text size="sm">{m.takesNoMail}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              fields.set({ address: meant });
              search.mutate(meant);
            }}
          >
            {m.use(meant)}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => onFound(search.data)}>
            {m.keepAddress}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
