import { Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listThreads } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { ListRow, ListRows } from '../../kit/list-row.js';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import type { About } from '../compose/letter.js';
import { InboxHealth } from '../mailboxes/inbox-health.js';
import { useMoment } from '../use-moment.js';
import { m } from './messages.js';

const EVERY_MS = 10_000;

/** The conversations of a record, in and out; where an inbox is not read, that they may be old. */
export function Correspondence({ about: { id } }: { readonly about: About }) {
  const query = usePages(
    keys.threads.ofRecord(id),
    (cursor) => call(listThreads({ query: { recordId: id, box: 'all', cursor } })),
    EVERY_MS,
  );
  const moment = useMoment();
  const navigate = useNavigate();
  return (
    <Stack gap="xs">
      <InboxHealth onlyStale />
      <ListStates query={query} empty={m.noEmails}>
        {(items) => (
          <ListRows label={m.emails}>
            {items.map(({ id: thread, subject, people, messages, lastAt }) => (
              <ListRow
                key={thread}
                title={subject || m.noSubject}
                meta={[
                  people.map(({ name, address }) => name || address).join(', '),
                  m.emailCount(messages),
                  moment(lastAt),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                onOpen={() => void navigate({ to: `/inbox/${thread}` })}
              />
            ))}
          </ListRows>
        )}
      </ListStates>
      <MoreButton query={query} />
    </Stack>
  );
}
