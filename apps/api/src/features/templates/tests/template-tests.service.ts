import { Inject, Injectable } from '@nestjs/common';
import type { templates } from '@cueline/contracts';
import { letterKeyOf } from '@cueline/database';
import { mailFrom, messageIdOf } from '@cueline/email';
import type { Caller } from '../../../platform/auth/caller.js';
import { CONFIGURATION, type Configuration } from '../../../platform/configuration.js';
import { limits } from '../../../platform/limits/limits.js';
import { RateLimits } from '../../../platform/limits/rate-limits.js';
import { invalid, notFound } from '../../../platform/problems/problem-error.js';
import { attachmentsOf, contentOf } from '../content-columns.js';
import { filledMail } from '../filled-mail.js';
import { TemplatePreviewsService } from '../template-previews.service.js';
import { TemplatesRepository } from '../templates.repository.js';
import { TemplateTestsRepository } from './template-tests.repository.js';

const MARK = '[Test]';

/** Templates as a client would get them, mailed to members of the studio alone. */
@Injectable()
export class TemplateTestsService {
  constructor(
    private readonly repository: TemplateTestsRepository,
    private readonly templates: TemplatesRepository,
    private readonly previews: TemplatePreviewsService,
    private readonly rates: RateLimits,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Sends a test once: asked for again under its id, it is answered with the mail that there is. */
  async send(
    { studioId, user, by }: Caller,
    templateId: string,
    { id: letterId, event, clientId, to }: templates.NewTestMail,
  ): Promise<templates.TestMailView> {
    const [before] = await this.repository.mails(studioId, letterId);
    if (before) return { id: before.id, to: before.to };
    const template = await this.templates.find(studioId, templateId);
    if (!template) throw notFound('template');
    const mailbox = await this.repository.mailbox(studioId, user?.userId, to);
    if (!mailbox) throw invalid([noMember]);
    await this.rates.count({ limit: limits.testMails, of: `${studioId} ${by.id}` });
    const content = { ...contentOf(template), attachments: attachmentsOf(template) };
    const written = await this.previews.fill(studioId, { ...content, event, clientId });
    const { subject, text, html } = filledMail(written);
    const { brand } = written;
    const around = await this.repository.surroundings(studioId, templateId, brand.id);
    const isForMarketing = await this.repository.isForMarketing(studioId, templateId);
    const key = letterKeyOf(studioId, letterId, mailbox.address, 'test');
    const { from } = mailFrom({
      sender: around.sender,
      brandName: brand.name,
      brandReplyTo: around.brand?.replyTo ?? null,
      studioSlug: around.studioSlug,
      platformDomain: this.configuration.PLATFORM_MAIL_DOMAIN,
    });
    await this.repository.queue(
      studioId,
      {
        purpose: 'test',
        letterId,
        brandId: brand.id,
        templateId,
        category: isForMarketing ? 'marketing' : 'transactional',
        aboutType: null,
        aboutId: null,
        aboutClosed: false,
        staffId: null,
        sendAt: null,
        authorType: by.type,
        authorId: by.id,
        authorName: by.name,
        // An entry of a test would stay in the member's calendar.
        attachments: content.attachments.filter(({ type }) => type === 'file'),
      },
      {
        key,
        messageId: messageIdOf(key, from.address.slice(from.address.lastIndexOf('@') + 1)),
        clientId: null,
        toAddress: mailbox.address,
        toName: mailbox.name,
        subject: `${MARK} ${subject}`.trimEnd(),
        text,
        html,
        links: [],
      },
    );
    const [{ id, to: address }] = (await this.repository.mails(studioId, letterId)) as [QueuedMail];
    return { id, to: address };
  }
}

type QueuedMail = Awaited<ReturnType<TemplateTestsRepository['mails']>>[number];

const noMember = {
  pointer: '/to',
  code: 'mail.noMember',
  detail: {
    en: 'A test goes to people who can sign in to the studio. Give the address of one of them.',
    de: 'Ein Test geht an Leute, die sich im Studio anmelden können. Gib die Adresse von einem von ihnen an.',
  },
};
