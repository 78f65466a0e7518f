import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { getClient } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { ComposeButton } from '../../domain/compose/compose-button.js';
import { ContactLinks } from '../../domain/record/contact-links.js';
import { RecordPage } from '../../domain/record/record-page.js';
import { SuppressedState } from '../../domain/record/suppressed-state.js';
import { useMoment } from '../../domain/use-moment.js';
import { FactCard, Facts } from '../../kit/fact-card.js';
import { QueryGate } from '../../kit/query-gate.js';
import { Money } from './money.js';
import { NextBooking } from './next-booking.js';
import { m } from './messages.js';

/** One client: how to reach them, what was written, and what is to come. */
export function ClientPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: keys.clients.one(id),
    queryFn: () => call(getClient({ path: { id } })),
  });
  const moment = useMoment();
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {({ firstName, lastName, email, phone, company, tags, suppressed, createdAt }) => (
        <RecordPage
          about={{ type: 'client', id }}
          title={`${firstName} ${lastName}`.trim()}
          place={m.title}
          listAt="/clients"
          hasAvatar
          contact={
            <>
              <ContactLinks email={email} phone={phone} />
              {tags.map((tag) => (
                <Badge key={tag} variant="light" color="gray">
                  {tag}
                </Badge>
              ))}
            </>
          }
          actions={
            <ComposeButton
              about={{ type: 'client', id }}
              label={m.emailPerson(firstName || lastName)}
              variant="filled"
            />
          }
          first={<NextBooking clientId={id} />}
        >
          <Money clientId={id} />
          <FactCard title={m.about}>
            <Facts
              facts={[
                { label: m.company, value: company },
                { label: m.since, value: moment(createdAt) },
                { label: m.emails, value: email && <SuppressedState suppressed={suppressed} /> },
              ]}
            />
          </FactCard>
        </RecordPage>
      )}
    </QueryGate>
  );
}
