import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { getClient, listMessages } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { ComposeButton } from '../../domain/compose/compose-button.js';
import { useMoment } from '../../domain/use-moment.js';
import { ListRow, ListRows } from '../../kit/list-row.js';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import { QueryGate } from '../../kit/query-gate.js';
import { RecordHead } from '../../kit/record-head.js';
import { m } from './messages.js';

const EVERY_MS = 10_000;

/** One client: how to reach them, and what was written. */
export function ClientPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: keys.clients.one(id),
    queryFn: () => call(getClient({ path: { id } })),
  });
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {(client) => (
        <Stack>
          <RecordHead
            title={`${client.firstName} ${client.lastName}`.trim()}
            place={m.title}
            back={
              <Anchor component={Link} to="/clients" size="sm">
                {m.title}
              </Anchor>
            }
            actions={
              <ComposeButton
                about={{ type: 'client', id }}
                label={m.emailPerson(client.firstName || client.lastName)}
                variant="filled"
              />
            }
          />
          <Group gap="md">
            {client.email && <Anchor href={`mailto:${client.email}`}>{client.email}</Anchor>}
            {client.phone && <Anchor href={`tel:${client.phone}`}>{client.phone}</Anchor>}
            {client.company && <Text>{client.company}</Text>}
            {client.tags.map((tag) => (
              <Badge key={tag} variant="light" color="gray">
                {tag}
              </Badge>
            ))}
          </Group>
          <Emails id={id} name={client.firstName || client.lastName} />
        </Stack>
      )}
    </QueryGate>
  );
}

function Emails({ id, name }: { readonly id: string; readonly name: string }) {
  const query = usePages(
    keys.messages.of(id),
    (cursor) => call(listMessages({ query: { recordId: id, cursor } })),
    EVERY_MS,
  );
  const moment = useMoment();
  const navigate = useNavigate();
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {m.emails}
      </Title>
      <ListStates query={query} empty={m.noEmails(name)}>
        {(items) => (
          <ListRows label={m.emails}>
            {items.map(({ id: message, subject, from, to, direction, occurredAt, sendId }) => (
              <ListRow
                key={message}
                title={subject}
                meta={[
                  direction === 'outgoing' ? m.to(to.join(', ')) : m.fromWhom(from),
                  moment(occurredAt),
                ].join(' · ')}
                {...(sendId && { onOpen: () => void navigate({ to: `/outbox/${sendId}` }) })}
              />
            ))}
          </ListRows>
        )}
      </ListStates>
      <MoreButton query={query} />
    </Stack>
  );
}
