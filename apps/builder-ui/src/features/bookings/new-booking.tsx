import { Autocomplete, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fieldOf, instantAt } from '@cueline/workflows';
import { useState } from 'react';
import { ApiError, call } from '../../api-client/api.js';
import { createBooking } from '../../api-client/generated/sdk.gen.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { ClientSelect } from '../../domain/client-select.js';
import { useUnsaved } from '../../session/unsaved.js';
import { useMe } from '../../domain/use-me.js';

const kinds = fieldOf('booking.kind')?.choices ?? [];
const empty = { clientId: '', title: '', kind: kinds[0]?.label ?? '', startsAt: '', endsAt: '' };

export function NewBooking({ onDone }: { readonly onDone: () => void }) {
  const queries = useQueryClient();
  const { zone } = useMe();
  const [booking, setBooking] = useState(empty);
  useUnsaved(booking !== empty);
  const set = (values: Partial<typeof empty>) => setBooking((before) => ({ ...before, ...values }));
  const create = useMutation({
    mutationFn: () => {
      const kind = kinds.find(({ label }) => label === booking.kind)?.value ?? booking.kind;
      const [startsAt, endsAt] = [booking.startsAt, booking.endsAt].map(
        (local) => instantAt(local, zone) ?? '',
      );
      return call(createBooking({ body: { ...booking, kind, startsAt: startsAt!, endsAt: endsAt! } }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['bookings'] });
      onDone();
    },
  });
  const wrong = (field: string) =>
    create.error instanceof ApiError
      ? create.error.problem.errors?.find(({ pointer }) => pointer === `/${field}`)?.detail
      : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <Stack>
        {create.error && <ProblemAlert error={create.error} />}
        <ClientSelect
          label="Client"
          required
          value={booking.clientId || null}
          onChange={(clientId) => set({ clientId: clientId ?? '' })}
          error={wrong('clientId')}
        />
        <TextInput
          label="Title"
          required
          maxLength={200}
          value={booking.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
          error={wrong('title')}
        />
        <Autocomplete
          label="Kind"
          required
          maxLength={50}
          value={booking.kind}
          onChange={(kind) => set({ kind })}
          error={wrong('kind')}
          data={kinds.map(({ label }) => label)}
        />
        <TextInput
          label="Starts"
          type="datetime-local"
          required
          value={booking.startsAt}
          onChange={(event) => {
            const startsAt = event.currentTarget.value;
            set({ startsAt, ...(booking.endsAt < startsAt && { endsAt: startsAt }) });
          }}
          error={wrong('startsAt')}
        />
        <TextInput
          label="Ends"
          type="datetime-local"
          required
          value={booking.endsAt}
          onChange={(event) => set({ endsAt: event.currentTarget.value })}
          error={wrong('endsAt')}
        />
        <Text size="sm" c="dimmed">
          Times are in the studio’s zone, {zone}.
        </Text>
        <Button type="submit" loading={create.isPending}>
          Create
        </Button>
      </Stack>
    </form>
  );
}
