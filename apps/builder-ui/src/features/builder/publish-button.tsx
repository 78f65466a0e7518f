import { Alert, Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Definition } from '@cueline/workflows';
import { useState } from 'react';
import { ApiError, call, ifMatch } from '../../api-client/api.js';
import { publishWorkflow } from '../../api-client/generated/sdk.gen.js';
import type { DraftStore, DraftView } from './draft-store.js';
import { workflowKey, type Workflow } from './use-draft.js';

interface Props {
  readonly store: DraftStore<Workflow>;
  readonly view: DraftView<Workflow>;
}

/** Makes the draft a version, after saying what that means. Only errors keep it from that, and each is named. */
export function PublishButton({ store, view }: Props) {
  const [open, setOpen] = useState(false);
  const { server } = view;
  const published = server.publishedVersion !== null;
  return (
    <>
      <Button size="sm" disabled={!server.changed && view.saving === 'saved'} onClick={() => setOpen(true)}>
        Publish
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={published ? `Publish as version ${server.publishedVersion! + 1}` : 'Publish this workflow'}
      >
        <PublishForm store={store} workflow={server} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function PublishForm({
  store,
  workflow: { id, problems, publishedVersion },
  onDone,
}: {
  readonly store: DraftStore<Workflow>;
  readonly workflow: Workflow;
  readonly onDone: () => void;
}) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity !== 'error');
  const publish = useMutation({
    mutationFn: async () => {
      const { revision } = await store.settled();
      return call(publishWorkflow({ path: { id }, headers: ifMatch(revision), body: { note } }));
    },
    onSuccess: async (workflow) => {
      queries.setQueryData(workflowKey(id), { ...workflow, definition: workflow.definition as Definition });
      await queries.invalidateQueries({ queryKey: ['workflows'] });
      onDone();
      notifications.show({
        color: 'green',
        title: `Version ${workflow.publishedVersion} is live`,
        message:
          workflow.state === 'paused'
            ? 'The workflow is paused: it starts nothing until it goes on.'
            : 'New events start this version.',
      });
    },
  });
  const places = publish.error instanceof ApiError ? (publish.error.problem.errors ?? []) : [];
  return (
    <Stack>
      {errors.length > 0 && (
        <Alert
          color="red"
          title={
            errors.length === 1
              ? 'One problem has to be mended first'
              : `${errors.length} problems have to be mended first`
          }
        >
          <Messages messages={errors.map(({ message }) => message)} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert color="yellow" title="Worth a look">
          <Messages messages={warnings.map(({ message }) => message)} />
        </Alert>
      )}
      {publish.error && (
        <Alert color="red" title={publish.error.message}>
          <Messages messages={places.map(({ detail }) => detail)} />
        </Alert>
      )}
      <Text size="sm">
        From now on new events start this version.{' '}
        {publishedVersion !== null && `Runs under way stay with the version they began with. `}
        Bookings, invoices and inquiries that are there already start nothing.
      </Text>
      <TextInput
        label="Note"
        description="What is new, for the list of versions"
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Not yet
        </Button>
        <Button disabled={errors.length > 0} loading={publish.isPending} onClick={() => publish.mutate()}>
          Publish now
        </Button>
      </Group>
    </Stack>
  );
}

const Messages = ({ messages }: { readonly messages: readonly string[] }) => (
  <List size="sm">
    {messages.map((message, i) => (
      <List.Item key={i}>{message}</List.Item>
    ))}
  </List>
);
