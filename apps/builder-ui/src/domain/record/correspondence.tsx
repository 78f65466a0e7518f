import { Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listMessages } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { ListRow, ListRows } from '../../kit/list-row.js';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import type { About } from '../compose/letter.js';
import { useMoment } from '../use-moment.js';
import { m } from './messages.js';

const EVERY_MS = 10_000;

/** The emails of a record, in and out. */
export function Correspondence({ about: { id } }: { readonly about: About }) {
  const query = usePages(
    keys.messages.of(id),
    (cursor) => call(listMessages({ query: { recordId: id, cursor } })),
    EVERY_MS,
  );
  const moment = useMoment();
  const navigate = useNavigate();
  return (
    <Stack gap="xs">
      <ListStates query={query} empty={m.noEmails}>
        {(items) => (
          <ListRows label={m.emails}>
            {items.map(({ id: message, subject, from, to, direction, occurredAt, sendId }) => (
              <ListRow
                key={message}
                title={subject || m.noSubject}
                meta={[
                  direction === 'outgoing' ? m.to(to.join(', ')) : m.from(from),
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
