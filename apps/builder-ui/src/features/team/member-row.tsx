import { Badge } from '@mantine/core';
import type { members } from '@cueline/contracts';
import { call } from '../../api-client/api.js';
import { changeMemberRole, removeMember } from '../../api-client/generated/sdk.gen.js';
import { PersonRow } from './person-row.js';
import { m } from './messages.js';

interface Props {
  readonly member: Pick<members.Member, 'id' | 'name' | 'email' | 'role' | 'isYou'>;
  readonly mine: string;
}

export function MemberRow({ member: { id, name, email, role, isYou }, mine }: Props) {
  const path = { path: { id } };
  return (
    <PersonRow
      title={name}
      meta={email}
      role={role}
      mine={mine}
      badge={isYou && <Badge variant="light">{m.you}</Badge>}
      onRole={(next) => call(changeMemberRole({ ...path, body: { role: next } }))}
      ending={{
        label: m.remove,
        about: isYou ? m.removeYouMeans : m.removeMeans(name),
        end: () => call(removeMember(path)),
      }}
    />
  );
}
