import { Radio, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Form, useFields } from '../../kit/form.js';
import { useUnsaved } from '../../session/unsaved.js';
import { m } from './messages.js';
import { useAddSuppression } from './use-suppressions.js';

/** Puts an address on the list. */
export function AddAddress({ onDone }: { readonly onDone: () => void }) {
  const fields = useFields({ address: '', scope: 'all', note: '' });
  useUnsaved(fields.isChanged);
  const add = useAddSuppression(({ address }) => {
    notifications.show({ message: m.addedNow(address) });
    onDone();
  });
  const { address, scope, note } = fields.values;
  const { text, unplaced } = fields.bind(add.error);
  const submit = () =>
    add.mutate({ address, scope: scope === 'marketing' ? 'marketing' : 'all', note: note.trim() });
  return (
    <Form error={unplaced} isBusy={add.isPending} submit={m.submit} onSubmit={submit}>
      <TextInput
        label={m.address}
        description={m.addressAbout}
        inputMode="email"
        required
        data-autofocus
        {...text('address')}
      />
      <Radio.Group label={m.keeps} value={scope} onChange={(value) => fields.set({ scope: value })}>
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={m.all} />
          <Radio value="marketing" label={m.marketing} description={m.marketingAbout} />
        </Stack>
      </Radio.Group>
      <TextInput label={m.noteOptional} maxLength={500} {...text('note')} />
    </Form>
  );
}
