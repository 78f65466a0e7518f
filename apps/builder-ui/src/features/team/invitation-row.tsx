import type { invitations } from '@cueline/contracts';
import { call } from '../../api-client/api.js';
import {
  changeInvitationRole,
  resendInvitation,
  revokeInvitation,
} from '../../api-client/generated/sdk.gen.js';
import { useMoment } from '../../domain/use-moment.js';
import { PersonRow } from './person-row.js';
import { StatusDot } from '../../kit/status-dot.js';
import { m } from './messages.js';

interface Props {
  readonly invitation: Omit<invitations.Invitation, 'createdAt'>;
  readonly mine: string;
}

export function InvitationRow({ invitation, mine }: Props) {
  const { id, email, name, role, state, invitedBy, mail, mailedAt, expiresAt } = invitation;
  const moment = useMoment();
  const path = { path: { id } };
  const until = state === 'expired' ? m.expiredAt(moment(expiresAt)) : m.worksUntil(moment(expiresAt));
  return (
    <PersonRow
      title={name ?? email}
      meta={`${name ? `${email}. ` : ''}${m.invitedBy(invitedBy, moment(mailedAt))}; ${until}`}
      role={role}
      mine={mine}
      badge={
        state === 'expired' ? <Amber>{m.expired}</Amber> : mail === 'failed' && <Amber>{m.notSent}</Amber>
      }
      onRole={(next) => call(changeInvitationRole({ ...path, body: { role: next } }))}
      actions={{ [m.sendAgain]: () => call(resendInvitation(path)) }}
      ending={{
        label: m.withdraw,
        about: m.withdrawMeans(email),
        end: () => call(revokeInvitation(path)),
      }}
    />
  );
}

const Amber = ({ children }: { readonly children: string }) => <StatusDot tone="you" label={children} />;
