import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { getInquiry, updateInquiry } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { ComposeButton } from '../../domain/compose/compose-button.js';
import { ContactLinks } from '../../domain/record/contact-links.js';
import { ClientLink } from '../../domain/record/record-link.js';
import { RecordPage } from '../../domain/record/record-page.js';
import { useCalendarDay } from '../../domain/use-moment.js';
import { FactCard, Facts } from '../../kit/fact-card.js';
import { QueryGate } from '../../kit/query-gate.js';
import { StatusDot } from '../../kit/status-dot.js';
import { inquiryLabels, inquiryTones, type InquiryStatus } from './inquiry-state.js';
import { m } from './messages.js';

/** One inquiry: what is asked, and what was answered. */
export function InquiryPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: keys.inquiries.one(id),
    queryFn: () => call(getInquiry({ path: { id } })),
  });
  const day = useCalendarDay();
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {({ name, email, phone, kind, message, eventOn, status, clientId }) => (
        <RecordPage
          about={{ type: 'inquiry', id }}
          title={name}
          place={m.title}
          listAt="/inquiries"
          hasAvatar
          state={<StatusDot tone={inquiryTones[status]} label={inquiryLabels[status]} isLive />}
          contact={<ContactLinks email={email} phone={phone} />}
          actions={
            <>
              <ComposeButton about={{ type: 'inquiry', id }} label={m.answer} variant="filled" />
              <StatusMenu id={id} status={status} />
            </>
          }
          first={
            <FactCard title={m.asks}>
              <Facts
                facts={[
                  { label: m.message, value: message },
                  { label: m.kind, value: kind },
                  { label: m.eventOn, value: day(eventOn) },
                  { label: m.client, value: clientId && <ClientLink id={clientId} /> },
                ]}
              />
            </FactCard>
          }
        />
      )}
    </QueryGate>
  );
}

/** How far one has come with it. */
function StatusMenu({ id, status }: { readonly id: string; readonly status: InquiryStatus }) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (next: InquiryStatus) => call(updateInquiry({ path: { id }, body: { status: next } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.inquiries.all }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={change.isPending}>
          {m.change}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(inquiryLabels) as InquiryStatus[])
          .filter((one) => one !== status)
          .map((one) => (
            <Menu.Item key={one} onClick={() => change.mutate(one)}>
              {inquiryLabels[one]}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
