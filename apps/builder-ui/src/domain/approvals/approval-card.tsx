import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMoment } from '../use-moment.js';
import { AnswerForm } from './answer-form.js';
import { ApprovalMailView } from './approval-mail-view.js';
import type { Approval } from './use-approvals.js';
import { m } from './messages.js';

interface Props {
  readonly approval: Approval;
  /** On the run's own page, which names it already. */
  readonly onItsRun?: boolean;
}

/** A question with its answer, or the way to answer it. */
export function ApprovalCard({ approval, onItsRun = false }: Props) {
  const moment = useMoment();
  const { kind, clientName, workflowName, runId, state, requestedAt, dueAt } = approval;
  const isWaiting = state === 'waiting';
  return (
    <Card withBorder component="article" aria-label={titleOf(approval)}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {titleOf(approval)}
          </Title>
          <Group gap={6}>
            {!onItsRun && (
              <Anchor component={Link} to={`/runs/${runId}`} size="sm">
                {workflowName}
              </Anchor>
            )}
            <Text size="sm" c="dimmed">
              {[
                kind === 'question' && clientName && m.about(clientName),
                isWaiting ? m.waitingSince(moment(requestedAt)) : m.requested(moment(requestedAt)),
                isWaiting && dueAt && m.goesOn(moment(dueAt)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Group>
        </div>
        {kind === 'mail' && isWaiting ? (
          <ApprovalMailView approval={approval} />
        ) : isWaiting ? (
          <AnswerForm approval={approval} approveLabel={m.approve} declineLabel={m.decline} />
        ) : (
          <Answered approval={approval} />
        )}
      </Stack>
    </Card>
  );
}

function titleOf({ kind, clientName, question }: Approval): string {
  if (kind === 'mail') return m.sendTo(clientName ?? m.recipients);
  return question.trim() || m.unnamed;
}

function Answered({ approval: { state, decidedBy, decidedAt, note, edited } }: Props) {
  const moment = useMoment();
  if (state === 'lapsed') return <Text size="sm">{m.lapsed}</Text>;
  return (
    <div>
      <Text size="sm">
        {(state === 'approved' ? m.approvedBy : m.declinedBy)(decidedBy ?? m.somebody, moment(decidedAt))}
        {edited && m.withChanges}.
      </Text>
      {note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
    </div>
  );
}
