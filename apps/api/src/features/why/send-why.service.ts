import { Injectable } from '@nestjs/common';
import type { why } from '@cueline/contracts';
import { factsOf, runContext } from '@cueline/database';
import { describeReason, eventLabel, findStep, kinds, pathsOf, type Definition } from '@cueline/workflows';
import type { Language } from '@cueline/workflows/language';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { changedFacts } from './changed-facts.js';
import { sendOrigin, stepsBefore, type PassedStepRow, type SendOriginRow } from './send-why.sql.js';

/** Why one mail was sent, or was not. */
@Injectable()
export class SendWhyService {
  constructor(private readonly database: StudioDatabase) {}

  async answer(studioId: string, id: string): Promise<why.SendWhy> {
    const language = replyLanguage();
    const { pool } = this.database.database;
    const send = await sendOrigin.first(pool, { studioId, id });
    if (!send) throw notFound('mail');
    const place = { studioId, runId: send.runId ?? id, stepId: send.stepId ?? '', visit: send.visit ?? 0 };
    const [steps, context] = send.runId
      ? await Promise.all([stepsBefore.rows(pool, place), runContext.first(pool, place)])
      : [[], undefined];
    const compared = [send.matchReason, ...steps.map(({ reason }) => reason)];
    return {
      sendId: id,
      trigger: triggerOf(send, language),
      rule: ruleOf(send, language),
      steps: steps.map((step) => stepView(step, send.definition, language)),
      mail: {
        state: send.state,
        to: send.toAddress,
        toName: send.toName,
        category: send.category,
        template: send.template,
        templateId: send.templateId,
        stepId: send.stepId,
        reasons: describeReason(send.reason ?? sentReason(send), language),
      },
      changed: context ? changedFacts(compared, factsOf(context), language) : [],
    };
  }
}

/** A mail that has left needs no stored reason. */
const sentReason = ({ state, toAddress }: SendOriginRow) =>
  state === 'sent' ? { code: 'send.sent', params: { recipients: [toAddress] } } : null;

const triggerOf = (
  { eventId, eventType, occurredAt, subjectType, subjectId }: SendOriginRow,
  language: Language,
): why.SendWhy['trigger'] =>
  eventId && eventType && occurredAt && subjectType && subjectId
    ? {
        eventId,
        type: eventType,
        label: eventLabel(eventType, language),
        at: occurredAt.toISOString(),
        subjectType,
        subjectId,
      }
    : null;

const ruleOf = (
  { workflowId, workflowName, version, runId, startedAt, matchReason }: SendOriginRow,
  language: Language,
): why.SendWhy['rule'] =>
  workflowId && workflowName !== null && version !== null && runId && startedAt
    ? {
        workflowId,
        workflowName,
        version,
        runId,
        startedAt: startedAt.toISOString(),
        reasons: describeReason(matchReason, language),
      }
    : null;

function stepView(
  { stepId, visit, kind, status, outcome, at, reason }: PassedStepRow,
  definition: Definition | null,
  language: Language,
): why.SendWhy['steps'][number] {
  const step = definition && findStep(definition.steps, stepId)?.step;
  const path = step && pathsOf(step).find(({ id }) => id === outcome);
  return {
    stepId,
    visit,
    kind,
    title: step ? step.name || kinds[step.kind].label[language] : kind,
    status,
    outcome: path?.name ?? outcome,
    at: at.toISOString(),
    reasons: describeReason(reason, language),
  };
}
