import { Badge, Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { members } from '@cueline/contracts';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { grantable, roleLabels } from './roles.js';
import { keys } from '../../api-client/keys.js';
import { Avatar } from '../../kit/avatar.js';
import { ConfirmDialog } from '../../kit/confirm-dialog.js';
import { ListRow } from '../../kit/list-row.js';
import { m } from './messages.js';

interface Props {
  readonly title: string;
  readonly meta: string;
  readonly role: members.MemberRole;
  /** One's own role: who may not change this person is offered nothing. */
  readonly mine: string;
  readonly badge?: ReactNode;
  readonly onRole: (role: members.MemberRole) => Promise<unknown>;
  /** More that can be done, by its label. */
  readonly actions?: Readonly<Record<string, () => Promise<unknown>>>;
  readonly ending: {
    readonly label: string;
    /** What goes with it, in a sentence. */
    readonly about: string;
    readonly end: () => Promise<unknown>;
  };
}

/** A member or somebody invited: who it is, with which role, and what can be changed. */
export function PersonRow({ title, meta, role, mine, badge, onRole, actions = {}, ending }: Props) {
  const queries = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure();
  const change = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: close,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: keys.members });
      await queries.invalidateQueries({ queryKey: keys.invitations });
      await queries.invalidateQueries({ queryKey: keys.me });
    },
  });
  const mayChange = grantable(mine).includes(role);
  return (
    <ListRow
      start={<Avatar name={title} />}
      title={title}
      meta={meta}
      end={
        <>
          {badge}
          <Badge variant="light" color="gray">
            {roleLabels[role]}
          </Badge>
          {mayChange && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={m.changeOf(title)}
                  loading={change.isPending}
                >
                  {m.change}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {grantable(mine)
                  .filter((other) => other !== role)
                  .map((other) => (
                    <Menu.Item key={other} onClick={() => change.mutate(() => onRole(other))}>
                      {m.make[other]}
                    </Menu.Item>
                  ))}
                {Object.entries(actions).map(([label, work]) => (
                  <Menu.Item key={label} onClick={() => change.mutate(work)}>
                    {label}
                  </Menu.Item>
                ))}
                <Menu.Item color="red" onClick={open}>
                  {ending.label}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
    >
      {change.error && !isOpen && <ProblemAlert error={change.error} />}
      <ConfirmDialog
        opened={isOpen}
        title={m.of(ending.label, title)}
        confirm={ending.label}
        cancel={m.keep}
        isDestructive
        isBusy={change.isPending}
        error={change.error}
        onConfirm={() => change.mutate(ending.end)}
        onClose={close}
      >
        {ending.about}
      </ConfirmDialog>
    </ListRow>
  );
}
