import { Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listSends } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { useZonedMoment } from '../../domain/use-moment.js';
import { ListRow, ListRows } from '../../kit/list-row.js';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import { StatusDot } from '../../kit/status-dot.js';
import { originOf, stateLabels, stateTones, subjectOf, timeOf, whomOf, type Box, type Email } from './box.js';
import { EmailActions } from './email-actions.js';
import { m } from './messages.js';

const EVERY_MS = 5_000;

/** The emails of a box: those that leave next first, all others by their time. */
export function EmailList({ box }: { readonly box: Exclude<Box, 'held'> }) {
  const query = usePages(
    keys.sends.box(box),
    (cursor) => call(listSends({ query: { box, cursor } })),
    EVERY_MS,
  );
  return (
    <Stack>
      {box === 'inDoubt' && Boolean(query.data?.items.length) && (
        <Text size="sm" c="dimmed">
          {m.inDoubtAbout}
        </Text>
      )}
      <ListStates query={query} empty={m.empty[box]}>
        {(items) => (
          <ListRows label={m.boxes[box]}>
            {items.map((email) => (
              <EmailRow key={email.id} email={email} box={box} />
            ))}
          </ListRows>
        )}
      </ListStates>
      <MoreButton query={query} />
    </Stack>
  );
}

function EmailRow({ email, box }: { readonly email: Email; readonly box: Box }) {
  const moment = useZonedMoment();
  const navigate = useNavigate();
  const facts = [whomOf(email), originOf(email), moment(timeOf(email), email.zone)];
  return (
    <ListRow
      title={box === 'inDoubt' ? m.didItArrive(subjectOf(email)) : subjectOf(email)}
      meta={
        <>
          {facts.join(' · ')}
          {box !== 'sent' && email.reasons.length > 0 && <div>{email.reasons.join(' ')}</div>}
        </>
      }
      onOpen={() => void navigate({ to: `/outbox/${email.id}` })}
      end={
        <>
          {box === 'failed' && <StatusDot tone={stateTones[email.state]} label={stateLabels[email.state]} />}
          <EmailActions email={email} />
        </>
      }
    />
  );
}
