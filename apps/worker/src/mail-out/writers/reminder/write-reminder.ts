import type { OpenQuestion } from '@cueline/database';
import { brandLayout, escapeHtml } from '@cueline/email';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';
import { platform } from '../../transports/sender.js';
import { platformSender, type WrittenOr } from '../prepare.js';

/** A mail within the studio: what waits for an answer, about whom, and the way to it. */
export function writeReminder(
  { kind, question, workflowName: workflow, clientName: client, reminders }: OpenQuestion,
  context: RunContext,
  { platformDomain, publicUrl }: { readonly platformDomain: string; readonly publicUrl: string },
): WrittenOr {
  const { brand, studioName: studio } = context;
  if (!brand) return { ok: false, reason: { code: 'brand.missing', params: {} } };
  const wanted =
    kind === 'mail' ? describeMail(client) : question.trim() || 'Something waits for your answer';
  const inOneLine = wanted.replace(/\s+/g, ' ');
  const subject = `${reminders > 1 ? 'Still waiting' : 'Waiting'} for your answer: ${inOneLine}`.slice(
    0,
    200,
  );
  const about = client && kind === 'question' ? `It is about ${client}. ` : '';
  const lines = [
    wanted,
    `${about}The workflow “${workflow}” goes on as soon as somebody of the studio answers.`,
  ];
  const link = `${publicUrl}/runs/${context.runId}`;
  const html = [
    ...lines.map((line) => `<p>${escapeHtml(line).replaceAll('\n', '<br>')}</p>`),
    `<p><a href="${escapeHtml(link)}">Answer in Cueline</a></p>`,
  ].join('\n');
  const style = { name: studio, color: brand.color, signature: '' };
  return {
    ok: true,
    mail: {
      from: platformSender(context, studio, platformDomain),
      sender: platform,
      clientId: null,
      templateId: null,
      category: 'transactional',
      subject,
      html: brandLayout(style, { html, preheader: '', subject }),
      text: `${[...lines, link].join('\n\n')}\n`,
    },
  };
}

const describeMail = (client: string | null): string =>
  client ? `A mail to ${client} is ready to be looked at` : 'A mail is ready to be looked at';
