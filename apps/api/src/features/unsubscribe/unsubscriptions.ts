import { Injectable } from '@nestjs/common';
import {
  mailToUnsubscribe,
  onPrisma,
  Suppressions,
  unsubscribeByLink,
  type UnsubscribeLink,
} from '@cueline/database';
import { addressKey } from '@cueline/workflows/locale';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import type { PageBrand } from './unsubscribe-page.js';

/** A mail that a link was sent with. */
export interface LinkedMail {
  readonly studioId: string;
  readonly sendId: string;
  readonly address: string;
  /** Sent to a member of the studio, to be looked at: its links change nothing. */
  readonly isTest: boolean;
  readonly brand: PageBrand;
}

/** What readers say about marketing mail, by the links of their mails. */
@Injectable()
export class Unsubscriptions {
  constructor(private readonly database: StudioDatabase) {}

  async mailOf({ studioId, sendKey }: UnsubscribeLink): Promise<LinkedMail | undefined> {
    const mail = await mailToUnsubscribe.first(this.database.database.pool, { studioId, sendKey });
    if (!mail) return undefined;
    const { sendId, isTest, toAddress: address, brandName: name, color, locale } = mail;
    return { studioId, sendId, isTest, address, brand: { name, color, locale } };
  }

  /** @returns undefined where there is no such mail */
  async unsubscribe(link: UnsubscribeLink): Promise<(LinkedMail & { readonly isNew: boolean }) | undefined> {
    const mail = await this.mailOf(link);
    if (!mail) return undefined;
    const done = await this.database.change(mail.studioId, (tx) => unsubscribeByLink(onPrisma(tx), link));
    const isNew = done?.isNew === true;
    if (isNew) this.database.notifier.notify();
    return { ...mail, isNew };
  }

  /** Takes back what the reader said, not what the studio did. */
  async undo(mail: LinkedMail): Promise<void> {
    const { studioId } = mail;
    const own = await this.#own(mail);
    if (own)
      await this.database.change(studioId, (tx) =>
        new Suppressions(onPrisma(tx), studioId).remove(own.id, null),
      );
  }

  async isUnsubscribed(mail: LinkedMail): Promise<boolean> {
    return (await this.#own(mail)) !== undefined;
  }

  async #own({ studioId, address }: LinkedMail) {
    const list = new Suppressions(this.database.database.pool, studioId);
    const rows = (await list.of([address])).get(addressKey(address)) ?? [];
    return rows.find(({ reason }) => reason === 'unsubscribed');
  }
}
