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
import list from '../../kit/plain-list.module.css';

/** Who can sign in to the studio, and who is invited to. */
export function TeamPage() {
  const role = useMeQuery().data?.role ?? 'member';
  const members = useQuery({ queryKey: ['members'], queryFn: () => call(listMembers()) });
  const invitations = useQuery({ queryKey: ['invitations'], queryFn: () => call(listInvitations()) });
  const [open, { open: show, close }] = useDisclosure();
  if (role === 'member')
    return (
      <Stack>
        <PageHead title="Team" />
        <Alert>Owners and admins look after the team. Ask one of them.</Alert>
      </Stack>
    );
  return (
    <Stack maw={860} gap="lg">
      <PageHead title="Team" about="Everybody here can sign in to the studio.">
        <Button onClick={show}>Invite a person</Button>
      </PageHead>
      <ListStates query={members} empty="Nobody yet.">
        {(items) => (
          <Stack gap="xs" component="ul" className={list['list']}>
            {items.map((member) => (
              <MemberRow key={member.id} member={member} mine={role} />
            ))}
          </Stack>
        )}
      </ListStates>
      <Stack component="section" aria-labelledby="invited" gap="xs">
        <Title order={2} size="h4" id="invited">
          Invited
        </Title>
        <ListStates
          query={invitations}
          empty="Nobody is waiting. A person you invite gets an email, and is here once it is accepted."
        >
          {(items) => (
            <Stack gap="xs" component="ul" className={list['list']}>
              {items.map((invitation) => (
                <InvitationRow key={invitation.id} invitation={invitation} mine={role} />
              ))}
            </Stack>
          )}
        </ListStates>
      </Stack>
      <Modal opened={open} onClose={close} title="Invite a person">
        <InviteForm mine={role} onDone={close} />
      </Modal>
    </Stack>
  );
}
