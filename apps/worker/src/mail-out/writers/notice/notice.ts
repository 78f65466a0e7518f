import { formatsOf } from '@cueline/database';
import { brandLayout, escapeHtml } from '@cueline/email';
import { noticeContentOf, type NotifyStaffStep } from '@cueline/workflows';
import { fillOf } from '../../../engine/activities/effects/fill-text.js';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';
import { platform } from '../../transports/sender.js';
import { platformSender, type WrittenOr } from '../prepare.js';

interface Where {
  readonly platformDomain: string;
  readonly publicUrl: string;
}

/** A mail within the studio, from the platform's own address, with the way to the run. It is no correspondence of the client's. */
export function writeNotice(step: NotifyStaffStep, context: RunContext, where: Where): WrittenOr {
  const { brand, studioName: studio } = context;
  if (!brand) return { ok: false, reason: { code: 'brand.missing', params: {} } };
  const content = noticeContentOf(step, (line, text) => fillOf(line, text, context), studio);
  if (!content.ok) return content;
  const { subject } = content;
  const link = `${where.publicUrl}/runs/${context.runId}`;
  const paragraphs = content.text
    .split(/\n{2,}/)
    .filter((one) => one.trim() !== '')
    .map((one) => `<p>${escapeHtml(one.trim()).replaceAll('\n', '<br>')}</p>`);
  const way = `<p><a href="${escapeHtml(link)}">Open the run in Cueline</a></p>`;
  const style = {
    name: studio,
    color: brand.color,
    signature: '',
    locale: formatsOf(context).locale,
  };
  return {
    ok: true,
    mail: {
      from: platformSender(context, studio, where.platformDomain),
      sender: platform,
      clientId: null,
      templateId: null,
      category: 'transactional',
      subject,
      html: brandLayout(style, { html: [...paragraphs, way].join('\n'), preheader: '', subject }),
      text: `${content.text.trim()}\n\n${link}\n`.trimStart(),
    },
  };
}
