import { Badge } from '@mantine/core';
import type { invitations } from '@cueline/contracts';
import { call } from '../../api-client/api.js';
import {
  changeInvitationRole,
  resendInvitation,
  revokeInvitation,
} from '../../api-client/generated/sdk.gen.js';
import { useMoment } from '../../domain/use-moment.js';
import { PersonRow } from './person-row.js';

interface Props {
  readonly invitation: Omit<invitations.Invitation, 'createdAt'>;
  readonly mine: string;
}

export function InvitationRow({ invitation, mine }: Props) {
  const { id, email, name, role, state, invitedBy, mail, mailedAt, expiresAt } = invitation;
  const moment = useMoment();
  const path = { path: { id } };
  const until = state === 'expired' ? `expired ${moment(expiresAt)}` : `works until ${moment(expiresAt)}`;
  return (
    <PersonRow
      title={name ?? email}
      meta={`${name ? `${email}. ` : ''}Invited by ${invitedBy}, ${moment(mailedAt)}; ${until}`}
      role={role}
      mine={mine}
      badge={
        state === 'expired' ? <Amber>Expired</Amber> : mail === 'failed' && <Amber>Email didn’t leave</Amber>
      }
      onRole={(next) => call(changeInvitationRole({ ...path, body: { role: next } }))}
      actions={{ 'Send again': () => call(resendInvitation(path)) }}
      ending={{
        label: 'Withdraw',
        about: `The link that ${email} has opens nothing any more.`,
        end: () => call(revokeInvitation(path)),
      }}
    />
  );
}

const Amber = ({ children }: { readonly children: string }) => (
  <Badge variant="light" color="yellow">
    {children}
  </Badge>
);
