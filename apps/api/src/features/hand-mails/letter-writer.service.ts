import { Inject, Injectable } from '@nestjs/common';
import type { handMails } from '@cueline/contracts';
import { clientReaderOf, factsOf } from '@cueline/database';
import { mailFrom, type MailFrom, type StaffAuthor } from '@cueline/email';
import { readerOf } from '@cueline/workflows';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { invalid, notFound } from '../../platform/problems/problem-error.js';
import { Threads } from '../../platform/threads/threads.service.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { HandMailsRepository } from './hand-mails.repository.js';

type Request = Pick<handMails.NewLetter, 'about' | 'from' | 'brandId' | 'content'>;
type Around = Awaited<ReturnType<HandMailsRepository['around']>>;
export type Scene = Awaited<ReturnType<LetterWriter['scene']>>;

/** What a letter says, to whom and from whom: the same for its preview and for what leaves. */
@Injectable()
export class LetterWriter {
  constructor(
    private readonly repository: HandMailsRepository,
    private readonly brands: BrandsRepository,
    private readonly threads: Threads,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @throws ProblemError for a record, brand or staff member that the studio does not have */
  async scene(studioId: string, about: handMails.MailAbout, brandId?: string) {
    const record = await this.repository.record(studioId, about);
    if (!record) throw notFound('record');
    const brands = await this.brands.list(studioId);
    const wanted = brandId ?? record.brandId;
    const brand = wanted === null ? brands[0] : brands.find(({ id }) => id === wanted);
    if (!brand) throw notFound('brand');
    if (record.brandId !== null && record.brandId !== brand.id) throw invalid([ofAnotherBrand]);
    const around = await this.repository.around(studioId, about, brand.id);
    return { studioId, about, record, brand, around };
  }

  async from({ studioId, around, brand }: Scene, sender: handMails.MailSender): Promise<MailFrom> {
    if (sender.type === 'brand') return this.mailFrom(around, brand.name);
    const [staff] = await this.repository.staff(studioId, [sender.id]);
    if (!staff)
      throw invalid([
        {
          pointer: '/from',
          code: 'mail.staffWithoutAddress',
          detail: {
            en: 'This staff member does not exist, has left, or has no email address. Choose another one, or the brand.',
            de: 'Dieses Teammitglied gibt es nicht, ist nicht mehr im Team oder hat keine E-Mail-Adresse. Wähle ein anderes oder die Marke.',
          },
        },
      ]);
    return this.mailFrom(around, brand.name, staff);
  }

  mailFrom(
    { sender, studioSlug, brand }: Around,
    brandName: string,
    staff: StaffAuthor | null = null,
  ): MailFrom {
    const platformDomain = this.configuration.PLATFORM_MAIL_DOMAIN;
    const brandReplyTo = brand?.replyTo ?? null;
    return mailFrom({ sender, brandName, brandReplyTo, studioSlug, platformDomain }, staff);
  }

  /** Filled in for one recipient; without one, for a reader of the brand's language. */
  write({ studioId, around, brand }: Scene, content: Request['content'], to: string | undefined) {
    const { name, zone, currency } = brand;
    return this.threads.run(studioId, 'previewOf', {
      source: content,
      facts: { ...factsOf(around), brand: { name, zone, currency } },
      brand,
      reader: to === undefined ? null : readerOf({ role: 'address', address: to }, clientReaderOf(around)),
    });
  }
}

const ofAnotherBrand = {
  pointer: '/brandId',
  code: 'mail.otherBrand',
  detail: {
    en: 'The emails of this record come from its own brand. Leave the brand out.',
    de: 'Die E-Mails zu diesem Eintrag kommen von seiner eigenen Marke. Lass die Marke weg.',
  },
};
