import { Injectable } from '@nestjs/common';
import type { approvals, templates } from '@cueline/contracts';
import { clientReaderOf, factsOf } from '@cueline/database';
import { findStep, readerOf, recipientsOf, type Facts } from '@cueline/workflows';
import type { Reader } from '@cueline/workflows/locale';
import { notFound } from '../../platform/problems/problem-error.js';
import { Threads } from '../../platform/threads/threads.service.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { RehearsalRecords } from '../rehearsals/rehearsal-record.service.js';
import { problemViews } from '../templates/problem-views.js';
import { TemplateChecks } from '../templates/template-checks.service.js';
import { errorsAmong } from '../templates/template-problems.js';
import { TemplatesRepository } from '../templates/templates.repository.js';
import { ApprovalsRepository } from './approvals.repository.js';
import { ApprovalMailRepository } from './approval-mail.repository.js';

type Brand = Awaited<ReturnType<BrandsRepository['list']>>[number];

/** Mails that wait for somebody to look at them: what each would say, were it to leave now. */
@Injectable()
export class ApprovalMailsService {
  constructor(
    private readonly approvals: ApprovalsRepository,
    private readonly mails: ApprovalMailRepository,
    private readonly templates: TemplatesRepository,
    private readonly records: RehearsalRecords,
    private readonly brands: BrandsRepository,
    private readonly checks: TemplateChecks,
    private readonly threads: Threads,
  ) {}

  /** @param content instead of those that it has */
  async show(
    studioId: string,
    id: string,
    content?: templates.TemplateContent,
  ): Promise<approvals.ApprovalMail> {
    const approval = await this.approvals.find(studioId, id);
    if (approval?.kind !== 'mail') throw notFound('mail to approve');
    const around = await this.mails.around(studioId, approval.runId);
    const step = findStep(around.definition.steps, approval.stepId)?.step;
    if (step?.kind !== 'sendMail') throw notFound('mail to approve');
    const template = step.template ? await this.templates.find(studioId, step.template) : null;
    const brands = await this.brands.list(studioId);
    const brand = brands.find((one) => one.id === around.brand?.id);
    const people = await this.records.peopleAround(studioId, around.booking?.id ?? null);
    const facts = factsOf(around);
    const said =
      content ?? approval.mail ?? (await this.#ofTemplate(studioId, step.template, around)) ?? nothing;
    return {
      to: recipientsOf(step.to, facts, people).mailboxes.map(({ address }) => address),
      template: template && { id: template.id, name: template.name },
      content: said,
      ...(await this.#written(studioId, said, facts, brand, readerOf(step.to, clientReaderOf(around)))),
    };
  }

  /** As the run mails it: by the version that applied when it began. */
  async #ofTemplate(
    studioId: string,
    template: string | null,
    { runCreatedAt }: { readonly runCreatedAt: Date },
  ): Promise<templates.TemplateContent | undefined> {
    return template ? this.templates.contentFor(studioId, template, runCreatedAt) : undefined;
  }

  async #written(
    studioId: string,
    content: templates.TemplateContent,
    facts: Facts,
    brand: Brand | undefined,
    reader: Reader | null,
  ): Promise<Pick<approvals.ApprovalMail, 'mail' | 'problems'>> {
    if (!brand)
      return {
        mail: null,
        problems: problemViews(errorsAmong(await this.checks.problems(studioId, content))),
      };
    const { problems, filled } = await this.threads.run(studioId, 'previewOf', {
      source: content,
      facts,
      brand,
      reader,
    });
    return {
      mail: filled.is === 'mail' ? filled.mail : null,
      problems: problemViews([...errorsAmong(problems), ...(filled.is === 'beyond' ? [filled.problem] : [])]),
    };
  }
}

const nothing: templates.TemplateContent = { subject: '', preheader: '', html: '', text: null, blocks: null };
