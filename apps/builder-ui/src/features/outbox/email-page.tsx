import { Anchor, Button, Code, Collapse, Drawer, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { getSend } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { ComposeButton } from '../../domain/compose/compose-button.js';
import { MailPreview } from '../../domain/approvals/mail-preview.js';
import { useZonedMoment } from '../../domain/use-moment.js';
import { QueryGate } from '../../kit/query-gate.js';
import { RecordHead } from '../../kit/record-head.js';
import { StatusDot } from '../../kit/status-dot.js';
import { originOf, stateLabels, stateTones, subjectOf, whomOf } from './box.js';
import { EmailActions } from './email-actions.js';
import { m } from './messages.js';
import styles from './outbox.module.css';
import { WhySent } from './why-sent.js';

const load = async (id: string) => call(getSend({ path: { id } }));
type Detail = Awaited<ReturnType<typeof load>>;
const EVERY_MS = 5_000;
const isOpen = new Set<Detail['state']>(['held', 'queued', 'sending', 'in_doubt']);

/** One email: what it says, what became of it, and why it was sent. */
export function EmailPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: keys.sends.one(id),
    queryFn: () => load(id),
    refetchInterval: ({ state: { data } }) => (data && isOpen.has(data.state) ? EVERY_MS : false),
  });
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {(email) => <Email email={email} />}
    </QueryGate>
  );
}

function Email({ email }: { readonly email: Detail }) {
  const [why, { open, close }] = useDisclosure();
  const { subject, html, text, to, from, reasons, state } = email;
  return (
    <Stack maw={900}>
      <RecordHead
        title={subjectOf(email)}
        place={m.title}
        back={
          <Anchor component={Link} to="/outbox" size="sm">
            {m.title}
          </Anchor>
        }
        facts={<StatusDot tone={stateTones[state]} label={stateLabels[state]} isLive />}
        actions={
          <>
            <EmailActions email={email} />
            <TheFix email={email} />
            <Button variant="default" onClick={open}>
              {m.whySent}
            </Button>
          </>
        }
      />
      <Text size="sm" c="dimmed" className={styles['long']}>
        {[m.toWhom(whomOf(email)), from && m.fromWhom(from), originOf(email)].filter(Boolean).join(' · ')}
      </Text>
      {reasons.map((reason) => (
        <Text key={reason} className={styles['long']}>
          {reason}
        </Text>
      ))}
      {html === null || text === null ? (
        <Text c="dimmed">{m.notWritten}</Text>
      ) : (
        <MailPreview to={[to]} mail={{ subject: subject ?? '', preheader: '', html, text }} />
      )}
      <Times email={email} />
      <Drawer opened={why} onClose={close} position="right" title={m.whySent} keepMounted={false}>
        <WhySent id={email.id} author={email.author} isTest={email.purpose === 'test'} />
      </Drawer>
    </Stack>
  );
}

/** The one thing to do about an email that did not arrive. */
function TheFix({ email: { state, about, runId } }: { readonly email: Detail }) {
  if (state !== 'failed' && state !== 'bounced') return null;
  if (about) return <ComposeButton about={about} label={m.writeAgain} variant="filled" />;
  if (!runId) return null;
  return (
    <Button component={Link} to={`/runs/${runId}`}>
      {m.openRun}
    </Button>
  );
}

function Times({
  email: { times, zone, smtpReply, messageId, providerMessageId },
}: {
  readonly email: Detail;
}) {
  const moment = useZonedMoment();
  const [shown, { toggle }] = useDisclosure();
  return (
    <Stack gap="xs">
      <ol className={styles['times']} aria-label={m.whatHappened}>
        {times.map(({ step, at }) => (
          <li key={step}>
            <Text size="sm">{m.steps[step]}</Text>
            <Text size="sm" c="dimmed">
              {moment(at, zone)}
            </Text>
          </li>
        ))}
      </ol>
      <Group>
        <Button variant="subtle" color="gray" size="compact-sm" aria-expanded={shown} onClick={toggle}>
          {m.serverSaid}
        </Button>
      </Group>
      <Collapse expanded={shown}>
        <Code block className={styles['long']}>
          {[smtpReply ?? m.saidNothing, `Message-ID: ${messageId}`, providerMessageId]
            .filter(Boolean)
            .join('\n')}
        </Code>
      </Collapse>
    </Stack>
  );
}
