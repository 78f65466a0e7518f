import { Badge, Button, Card, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { members } from '@cueline/contracts';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { grantable, roleLabels } from './roles.js';

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
  const [asking, { open, close }] = useDisclosure();
  const change = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: close,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['members'] });
      await queries.invalidateQueries({ queryKey: ['invitations'] });
      await queries.invalidateQueries({ queryKey: ['me'] });
    },
  });
  const mayChange = grantable(mine).includes(role);
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={500} truncate>
            {title}
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {meta}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
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
                  aria-label={`Change ${title}`}
                  loading={change.isPending}
                >
                  Change
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {grantable(mine)
                  .filter((other) => other !== role)
                  .map((other) => (
                    <Menu.Item key={other} onClick={() => change.mutate(() => onRole(other))}>
                      Make {roleLabels[other].toLowerCase()}
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
        </Group>
      </Group>
      {change.error && !asking && (
        <div style={{ marginTop: 8 }}>
          <ProblemAlert error={change.error} />
        </div>
      )}
      <Modal opened={asking} onClose={close} title={`${ending.label}: ${title}`}>
        <Stack>
          {change.error && <ProblemAlert error={change.error} />}
          <Text>{ending.about}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              Keep
            </Button>
            <Button color="red" loading={change.isPending} onClick={() => change.mutate(ending.end)}>
              {ending.label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Card>
  );
}
