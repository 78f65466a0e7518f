import { Autocomplete, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fieldOf, instantAt } from '@cueline/workflows';
import { call } from '../../api-client/api.js';
import { createBooking } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { ClientSelect } from '../../domain/client-select.js';
import { choiceLabel } from '../../domain/labels/labels.js';
import { useMe } from '../../domain/use-me.js';
import { Form, useFields } from '../../kit/form.js';
import { useUnsaved } from '../../session/unsaved.js';
import { m } from './messages.js';

const kinds = (fieldOf('booking.kind')?.choices ?? []).map(({ value }) => ({
  value,
  label: choiceLabel('booking.kind', value),
}));
const empty = { clientId: '', title: '', kind: kinds[0]?.label ?? '', startsAt: '', endsAt: '' };

export function NewBooking({ onDone }: { readonly onDone: () => void }) {
  const queries = useQueryClient();
  const { zone } = useMe();
  const fields = useFields(empty);
  const { values: booking, set } = fields;
  useUnsaved(fields.isChanged);
  const create = useMutation({
    mutationFn: () => {
      const kind = kinds.find(({ label }) => label === booking.kind)?.value ?? booking.kind;
      const [startsAt, endsAt] = [booking.startsAt, booking.endsAt].map(
        (local) => instantAt(local, zone) ?? '',
      );
      return call(createBooking({ body: { ...booking, kind, startsAt: startsAt!, endsAt: endsAt! } }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.bookings.all });
      onDone();
    },
  });
  const { text, value, unplaced } = fields.bind(create.error);
  const client = value('clientId');
  return (
    <Form error={unplaced} isBusy={create.isPending} submit={m.submit} onSubmit={create.mutate}>
      <ClientSelect
        label={m.client}
        required
        value={client.value || null}
        onChange={(clientId) => client.onChange(clientId ?? '')}
        error={client.error}
      />
      <TextInput label={m.name} required maxLength={200} {...text('title')} />
      <Autocomplete
        label={m.kind}
        required
        maxLength={50}
        data={kinds.map(({ label }) => label)}
        {...value('kind')}
      />
      <TextInput
        label={m.starts}
        type="datetime-local"
        required
        {...text('startsAt')}
        onChange={(event) => {
          const startsAt = event.currentTarget.value;
          set({ startsAt, ...(booking.endsAt < startsAt && { endsAt: startsAt }) });
        }}
      />
      <TextInput label={m.ends} type="datetime-local" required {...text('endsAt')} />
      <Text size="xs" c="dimmed">
        {m.zone(zone)}
      </Text>
    </Form>
  );
}
