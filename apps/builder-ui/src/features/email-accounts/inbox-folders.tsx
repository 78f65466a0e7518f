import { Alert, Checkbox, Group, Select, Stack, Text, Title } from '@mantine/core';
import type { mailboxes } from '@cueline/contracts';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { m } from './inbox-messages.js';
import { useFolders, useSetFolder } from './use-inboxes.js';

const roles = Object.keys(m.roles) as mailboxes.FolderRole[];

/** Which folders are synced, and what each is for. */
export function InboxFolders({ id }: { readonly id: string }) {
  const folders = useFolders(id).data?.items ?? [];
  const set = useSetFolder(id);
  const lacksSent = folders.length > 0 && !folders.some(({ role }) => role === 'sent');
  return (
    <Stack component="section" aria-labelledby="inbox-folders" gap="xs" maw={640}>
      <Title order={2} size="h4" id="inbox-folders">
        {m.folders}
      </Title>
      <Text size="sm" c="dimmed">
        {folders.length === 0 ? m.noFolders : m.foldersAbout}
      </Text>
      {lacksSent && <Alert>{m.whichSent}</Alert>}
      {set.error && <ProblemAlert error={set.error} title={m.notDone} />}
      {folders.map((folder) => (
        <Group key={folder.id} justify="space-between">
          <Checkbox
            label={folder.path}
            description={m.mails(folder.count)}
            checked={folder.isSynced}
            onChange={(event) => set.mutate({ folderId: folder.id, isSynced: event.currentTarget.checked })}
          />
          <Select
            aria-label={m.roleOf(folder.path)}
            size="xs"
            w={150}
            allowDeselect={false}
            data={[
              { value: 'none', label: m.noRole },
              ...roles.map((value) => ({ value, label: m.roles[value] })),
            ]}
            value={folder.role ?? 'none'}
            onChange={(value) =>
              set.mutate({
                folderId: folder.id,
                role: value === 'none' ? null : value,
              })
            }
          />
        </Group>
      ))}
    </Stack>
  );
}
