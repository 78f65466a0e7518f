import { ActionIcon, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import IconDots from '~icons/tabler/dots';
import { useState } from 'react';
import { call, ifMatch } from '../../api-client/api.js';
import { copyTemplate, updateTemplate } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { loadTemplate } from '../../domain/templates/draft/template-server.js';
import { ConfirmDialog } from '../../kit/confirm-dialog.js';
import styles from './templates.module.css';
import { m } from './messages.js';

interface Props {
  readonly template: {
    readonly id: string;
    readonly name: string;
    readonly usedIn: number;
    readonly archivedAt: string | null;
  };
}

/** What can be done with a template in the list: another one like it, and in or out of the archive. */
export function TemplateCardMenu({ template: { id, name, usedIn, archivedAt } }: Props) {
  const [asks, setAsks] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const refused = (title: string) => (error: Error) =>
    notifications.show({ color: 'red', title, message: error.message });
  const copy = useMutation({
    mutationFn: () => call(copyTemplate({ path: { id }, body: { name: m.copyOf(name).slice(0, 120) } })),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: keys.templates.all });
      await navigate({ to: '/templates/$id', params: { id: made.id } });
    },
    onError: refused(m.notCopied),
  });
  const archive = useMutation({
    mutationFn: async (archived: boolean) => {
      const { revision } = await loadTemplate(id);
      return call(updateTemplate({ path: { id }, headers: ifMatch(revision), body: { archived } }));
    },
    onSuccess: async (changed) => {
      setAsks(false);
      queries.setQueryData(keys.templates.one(id), changed);
      await queries.invalidateQueries({ queryKey: keys.templates.all });
      notifications.show({ message: changed.archivedAt === null ? m.unarchived(name) : m.archived(name) });
    },
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" className={styles['menu']} aria-label={m.moreOf(name)}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={copy.isPending} onClick={() => copy.mutate()}>
            {m.duplicate}
          </Menu.Item>
          {archivedAt === null ? (
            <Menu.Item onClick={() => setAsks(true)}>{m.archiveMenu}</Menu.Item>
          ) : (
            <Menu.Item
              disabled={archive.isPending}
              onClick={() => archive.mutate(false, { onError: refused(m.notUnarchived) })}
            >
              {m.unarchive}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={asks}
        title={m.archiveOf(name)}
        confirm={m.archive}
        cancel={m.cancel}
        isBusy={archive.isPending}
        error={archive.error}
        onConfirm={() => archive.mutate(true)}
        onClose={() => setAsks(false)}
      >
        <Text>{usedIn === 0 ? m.archiveMeans : m.archiveUsedMeans(usedIn)}</Text>
      </ConfirmDialog>
    </>
  );
}
