import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { getProject, listBookings } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { ComposeButton } from '../../domain/compose/compose-button.js';
import { RecordLink } from '../../domain/record/record-link.js';
import { RecordPage } from '../../domain/record/record-page.js';
import { useCalendarDay } from '../../domain/use-moment.js';
import { FactCard, Facts } from '../../kit/fact-card.js';
import { QueryGate } from '../../kit/query-gate.js';
import { m } from './messages.js';

/** One project, with its bookings. */
export function ProjectPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: keys.projects.one(id),
    queryFn: () => call(getProject({ path: { id } })),
  });
  const day = useCalendarDay();
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {({ name, clientId, clientName, stage, dueOn, galleryUrl }) => (
        <RecordPage
          about={{ type: 'project', id }}
          title={name}
          place={m.title}
          listAt="/projects"
          contact={stage}
          actions={<ComposeButton about={{ type: 'project', id }} label={m.writeEmail} variant="filled" />}
          first={
            <FactCard title={m.about}>
              <Facts
                facts={[
                  {
                    label: m.client,
                    value: <RecordLink about={{ type: 'client', id: clientId }} name={clientName} />,
                  },
                  { label: m.stage, value: stage },
                  { label: m.due, value: day(dueOn) },
                  {
                    label: m.gallery,
                    value: galleryUrl && (
                      <Anchor href={galleryUrl} target="_blank" rel="noreferrer noopener">
                        {galleryUrl}
                      </Anchor>
                    ),
                  },
                ]}
              />
            </FactCard>
          }
        >
          <Bookings projectId={id} />
        </RecordPage>
      )}
    </QueryGate>
  );
}

function Bookings({ projectId }: { readonly projectId: string }) {
  const { data } = useQuery({
    queryKey: keys.bookings.ofProject(projectId),
    queryFn: () => call(listBookings({ query: { projectId } })),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <FactCard title={m.bookings}>
      <Stack gap={4} align="flex-start">
        {data.items.map(({ id, title }) => (
          <RecordLink key={id} about={{ type: 'booking', id }} name={title} />
        ))}
      </Stack>
    </FactCard>
  );
}
