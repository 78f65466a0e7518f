import { Alert, Button, Modal, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { listInvitations, listMembers } from '../../api-client/generated/sdk.gen.js';
import { ListStates } from '../../kit/list-states.js';
import { PageHead } from '../../kit/page-head.js';
import { useMeQuery } from '../../domain/use-me.js';
import { InvitationRow } from './invitation-row.js';
import { InviteForm } from './invite-form.js';
import { MemberRow } from './member-row.js';
import { ListRows } from '../../kit/list-row.js';
import { keys } from '../../api-client/keys.js';
import { m } from './messages.js';

/** Who can sign in to the studio, and who is invited to. */
export function TeamPage() {
  const role = useMeQuery().data?.role ?? 'member';
  const members = useQuery({ queryKey: keys.members, queryFn: () => call(listMembers()) });
  const invitations = useQuery({ queryKey: keys.invitations, queryFn: () => call(listInvitations()) });
  const [open, { open: show, close }] = useDisclosure();
  if (role === 'member')
    return (
      <Stack>
        <PageHead title={m.title} />
        <Alert>{m.notYours}</Alert>
      </Stack>
    );
  return (
    <Stack maw={860} gap="lg">
      <PageHead title={m.title} about={m.about}>
        <Button onClick={show}>{m.invite}</Button>
      </PageHead>
      <ListStates query={members} empty={m.nobody}>
        {(items) => (
          <ListRows>
            {items.map((member) => (
              <MemberRow key={member.id} member={member} mine={role} />
            ))}
          </ListRows>
        )}
      </ListStates>
      <Stack component="section" aria-labelledby="invited" gap="xs">
        <Title order={2} size="h4" id="invited">
          {m.invited}
        </Title>
        <ListStates query={invitations} empty={m.nobodyInvited}>
          {(items) => (
            <ListRows>
              {items.map((invitation) => (
                <InvitationRow key={invitation.id} invitation={invitation} mine={role} />
              ))}
            </ListRows>
          )}
        </ListStates>
      </Stack>
      <Modal opened={open} onClose={close} title={m.invite}>
        <InviteForm mine={role} onDone={close} />
      </Modal>
    </Stack>
  );
}
