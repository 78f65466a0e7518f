import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import IconCopy from '~icons/tabler/copy';
import IconDots from '~icons/tabler/dots';
import { call } from '../../../api-client/api.js';
import { copyTemplate } from '../../../api-client/generated/sdk.gen.js';
import { keys } from '../../../api-client/keys.js';
import type { TemplateStore } from '../draft/template-store.js';
import type { Template } from '../draft/template-server.js';
import { m } from './messages.js';

interface Props {
  readonly id: string;
  readonly store: TemplateStore;
  readonly onCopied: (copy: Template) => void;
}

/** What is rarely done with a template. */
export function TemplateMenu({ id, store, onCopied }: Props) {
  const queries = useQueryClient();
  const copy = useMutation({
    mutationFn: async () => {
      await store.settled();
      return call(
        copyTemplate({ path: { id }, body: { name: m.copyOf(store.view().draft.name).slice(0, 120) } }),
      );
    },
    onSuccess: async (made) => {
      queries.setQueryData(keys.templates.one(made.id), made);
      await queries.invalidateQueries({ queryKey: keys.templates.all });
      onCopied(made);
    },
    onError: (error) => notifications.show({ color: 'red', title: m.notCopied, message: error.message }),
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={m.more} title={m.more}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCopy size={16} aria-hidden />}
          disabled={copy.isPending}
          onClick={() => copy.mutate()}
        >
          {m.makeCopy}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
