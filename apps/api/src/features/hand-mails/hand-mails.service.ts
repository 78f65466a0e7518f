import { Injectable } from '@nestjs/common';
import type { handMails } from '@cueline/contracts';
import { factsOf, letterKeyOf, type LetterMail } from '@cueline/database';
import { displayName, messageIdOf, type Mailbox } from '@cueline/email';
import { saysNothing as blocksSayNothing } from '@cueline/email/blocks';
import { plainTextOf } from '@cueline/email/mail';
import { addressKey } from '@cueline/workflows/locale';
import type { Caller } from '../../platform/auth/caller.js';
import { invalid, notFound, type BadPlace } from '../../platform/problems/problem-error.js';
import { AttachmentsService } from '../files/attachments.service.js';
import { filledMail } from '../templates/filled-mail.js';
import { problemViews } from '../templates/problem-views.js';
import { HandMailsRepository } from './hand-mails.repository.js';
import { LetterWriter, type Scene } from './letter-writer.service.js';

type Writes = Awaited<ReturnType<LetterWriter['write']>>;

/** Mails that people write themselves: one letter, with a mail of its own for each recipient. */
@Injectable()
export class HandMailsService {
  constructor(
    private readonly repository: HandMailsRepository,
    private readonly writer: LetterWriter,
    private readonly attachments: AttachmentsService,
  ) {}

  async preview(studioId: string, request: handMails.NewLetterPreview): Promise<handMails.LetterPreview> {
    const { about, brandId, from, content, to, attachments } = request;
    const scene = await this.writer.scene(studioId, about, brandId);
    const sender = await this.writer.from(scene, from);
    const { problems, filled } = await this.writer.write(scene, content, to?.address);
    const mail =
      filled.is === 'mail' ? filled.mail : { subject: content.subject, preheader: '', html: '', text: '' };
    const all = filled.is === 'beyond' ? [...problems, filled.problem] : problems;
    return {
      ...mail,
      from: written(sender.from),
      replyTo: sender.replyTo ?? null,
      attachments: await this.attachments.shown(studioId, factsOf(scene.around), attachments),
      problems: problemViews(all),
    };
  }

  /** Sends a letter once: asked for again under its id, it is answered with what became of it. */
  async send({ studioId, by }: Caller, letter: handMails.NewLetter): Promise<handMails.LetterView> {
    const {
      id: letterId,
      about,
      brandId,
      from,
      content,
      category,
      templateId,
      sendAt,
      attachments,
      answers,
    } = letter;
    const before = await this.repository.mails(studioId, letterId);
    if (before.length > 0) return view(letterId, before);
    if (templateId) await this.#requireTemplate(studioId, templateId);
    if (answers && !(await this.repository.hasMessage(studioId, answers.messageId)))
      throw notFound('message');
    const scene = await this.writer.scene(studioId, about, brandId);
    const sender = await this.writer.from(scene, from);
    requireBooking(scene, attachments);
    await this.attachments.check(studioId, attachments);
    const people = await this.repository.people(studioId, about, scene.record);
    const mails: LetterMail[] = [];
    for (const to of distinct(letter.to)) {
      const { subject, text, html } = mailOf(content, await this.writer.write(scene, content, to.address));
      const key = letterKeyOf(studioId, letterId, to.address);
      const person = people.find(({ address }) => address && addressKey(address) === addressKey(to.address));
      mails.push({
        key,
        messageId: messageIdOf(key, sender.from.address.slice(sender.from.address.lastIndexOf('@') + 1)),
        clientId: person?.kind === 'client' ? person.id : null,
        toAddress: to.address,
        toName: to.name || (person?.name ?? ''),
        subject,
        text,
        html,
        links: linksOf(scene, person),
      });
    }
    await this.repository.send(
      studioId,
      {
        purpose: 'byHand',
        letterId,
        brandId: scene.brand.id,
        templateId,
        category,
        aboutType: about.type,
        aboutId: about.id,
        aboutClosed: scene.record.closed !== null,
        staffId: from.type === 'staff' ? from.id : null,
        sendAt: sendAt ?? null,
        authorType: by.type,
        authorId: by.id,
        authorName: by.name,
        attachments,
        answersId: answers?.messageId ?? null,
        answerKind: answers?.kind ?? null,
      },
      mails,
    );
    return view(letterId, await this.repository.mails(studioId, letterId));
  }

  /** @throws ProblemError for one that is offered no more, or was never there */
  async #requireTemplate(studioId: string, id: string): Promise<void> {
    const template = await this.repository.template(studioId, id);
    if (!template) throw notFound('template');
    if (template.archivedAt !== null) throw invalid([archivedTemplate]);
  }

  async start(caller: Caller, about: handMails.MailAbout): Promise<handMails.MailStart> {
    const { studioId, user } = caller;
    const scene = await this.writer.scene(studioId, about);
    const { record, brand, around } = scene;
    const people = await this.repository.people(studioId, about, record);
    const staff = await this.repository.staff(studioId);
    const option = (
      sender: handMails.MailSender,
      { from, replyTo }: ReturnType<LetterWriter['mailFrom']>,
    ) => ({
      sender,
      name: from.name,
      address: from.address,
      replyTo: replyTo ?? null,
    });
    const { id, name, zone } = brand;
    return {
      about: { ...about, label: record.label },
      brand: { id, name, zone },
      people: people.filter(
        (one, i) => !one.address || people.findIndex(({ address }) => address === one.address) === i,
      ),
      senders: [
        { ...option({ type: 'brand' }, this.writer.mailFrom(around, brand.name)), isOwn: false },
        ...staff.map((one) => ({
          ...option({ type: 'staff', id: one.id }, this.writer.mailFrom(around, brand.name, one)),
          isOwn: one.userId !== null && one.userId === user?.userId,
        })),
      ],
      closed: record.closed,
    };
  }
}

/** @throws ProblemError for a calendar file of no booking */
function requireBooking({ around }: Scene, attachments: handMails.NewLetter['attachments']): void {
  const at = attachments.findIndex(({ type }) => type === 'calendar');
  if (at < 0 || around.booking) return;
  const detail = {
    en: 'This record has no booking, so there is nothing to put into a calendar. Take the calendar file off.',
    de: 'Dieser Eintrag hat keine Buchung, also nichts für einen Kalender. Nimm die Kalenderdatei heraus.',
  };
  throw invalid([{ pointer: `/attachments/${at}`, code: 'mail.noBooking', detail }]);
}

const written = ({ name, address }: Mailbox): string => `${displayName(name)} <${address}>`.trimStart();

const view = (
  id: string,
  mails: Awaited<ReturnType<HandMailsRepository['mails']>>,
): handMails.LetterView => ({
  id,
  mails: mails.map(({ id: mail, to, state }) => ({ id: mail, to, state })),
  sendAt: mails[0]?.sendAt?.toISOString() ?? null,
});

/** One mail for each mailbox, however often it is named. */
const distinct = (to: readonly handMails.MailRecipient[]): readonly handMails.MailRecipient[] => {
  const keys = to.map(({ address }) => addressKey(address));
  return to.filter((_, i) => keys.indexOf(keys[i]!) === i);
};

/** The records whose correspondence the mail is, beside the one that it was written from and the client who gets it. */
const linksOf = (
  { about, record: { bookingId, projectId } }: Scene,
  person: { readonly kind: string; readonly id: string } | undefined,
): string[] => {
  const ids = [bookingId, projectId, person?.kind === 'client' ? null : (person?.id ?? null)];
  return [...new Set(ids)].filter((id): id is string => id !== null && id !== about.id);
};

/** @throws ProblemError for a text that no mail can be made of */
function mailOf(content: handMails.NewLetter['content'], written: Writes) {
  const mail = filledMail(written, '/content');
  const missing = [
    ...(mail.subject.trim() === '' ? [empty.subject] : []),
    ...(saysNothing(content) ? [content.blocks ? empty.blocks : empty.html] : []),
  ];
  if (missing.length > 0) throw invalid(missing);
  return mail;
}

const saysNothing = ({ blocks, html }: handMails.NewLetter['content']): boolean =>
  blocks ? blocksSayNothing(blocks.blocks) : !/<img\b/i.test(html) && plainTextOf(html).trim() === '';

const archivedTemplate = {
  pointer: '/templateId',
  code: 'mail.templateArchived',
  detail: {
    en: 'This template is archived. Bring it back on the page Templates, or leave its id out.',
    de: 'Diese Vorlage ist archiviert. Hol sie auf der Seite „Vorlagen“ zurück, oder lass ihre Kennung weg.',
  },
} satisfies BadPlace;
const noText = {
  code: 'mail.noText',
  detail: { en: 'Write a text.', de: 'Schreib einen Text.' },
};
const empty = {
  subject: {
    pointer: '/content/subject',
    code: 'mail.noSubject',
    detail: { en: 'Write a subject.', de: 'Schreib einen Betreff.' },
  },
  html: { pointer: '/content/html', ...noText },
  blocks: { pointer: '/content/blocks', ...noText },
} satisfies Readonly<Record<string, BadPlace>>;
