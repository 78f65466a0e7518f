import { Inject, Injectable } from '@nestjs/common';
import {
  UNSUBSCRIBE_PATH,
  onPrisma,
  readUnsubscribeToken,
  Suppressions,
  type UnsubscribeLink,
} from '@cueline/database';
import { addressKey } from '@cueline/workflows/locale';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { limits } from '../../platform/limits/limits.js';
import { placeOf } from '../../platform/limits/place.js';
import { RateLimits } from '../../platform/limits/rate-limits.js';
import { ProblemError } from '../../platform/problems/problem-error.js';
import { unsubscribePage, type PageBrand, type PageState } from './unsubscribe-page.js';
import { mailToUnsubscribe } from './unsubscribe.sql.js';

export interface Page {
  readonly status: number;
  readonly html: string;
}

interface Found {
  readonly link: UnsubscribeLink;
  readonly sendId: string;
  readonly address: string;
  readonly brand: PageBrand;
}

const STATUS: Readonly<Record<PageState, number>> = {
  ask: 200,
  unsubscribed: 200,
  subscribed: 200,
  unknown: 404,
  limited: 429,
};

/** What the holder of an unsubscribe link may do, without a sign-in (RFC 8058). Only a POST changes anything: mail scanners open every link. */
@Injectable()
export class UnsubscribeService {
  constructor(
    private readonly database: StudioDatabase,
    private readonly rates: RateLimits,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  show(token: string, ip: string): Promise<Page> {
    return this.#answer(token, ip, async (found) =>
      (await this.#unsubscribed(found)) ? 'unsubscribed' : 'ask',
    );
  }

  unsubscribe(token: string, ip: string): Promise<Page> {
    return this.#answer(token, ip, async ({ link: { studioId }, address, sendId }) => {
      await this.#countChange(token);
      await this.database.change(studioId, async (tx, emit) => {
        const list = new Suppressions(onPrisma(tx), studioId);
        const request = { address, scope: 'marketing', reason: 'unsubscribed', sendId } as const;
        for (const id of (await list.add(request)).clientIds)
          emit({ type: 'client.unsubscribed', subjectType: 'client', subjectId: id });
      });
      return 'unsubscribed';
    });
  }

  /** Takes back what the reader said, not what the studio did. */
  undo(token: string, ip: string): Promise<Page> {
    return this.#answer(token, ip, async (found) => {
      await this.#countChange(token);
      const { studioId } = found.link;
      const own = await this.#unsubscribed(found);
      if (own)
        await this.database.change(studioId, (tx) =>
          new Suppressions(onPrisma(tx), studioId).remove(own.id, null),
        );
      return 'subscribed';
    });
  }

  async #unsubscribed({ link: { studioId }, address }: Found) {
    const list = new Suppressions(this.database.database.pool, studioId);
    const rows = (await list.of([address])).get(addressKey(address)) ?? [];
    return rows.find(({ reason }) => reason === 'unsubscribed');
  }

  /** Providers post for many readers from one place: changes are counted for each link. */
  #countChange(token: string): Promise<void> {
    return this.rates.count({ limit: limits.unsubscribe, of: token });
  }

  async #answer(token: string, ip: string, work: (found: Found) => Promise<PageState>): Promise<Page> {
    let brand: PageBrand = { name: 'Cueline', color: '', locale: 'en' };
    const page = (state: PageState) => ({
      status: STATUS[state],
      html: unsubscribePage(state, brand, `${UNSUBSCRIBE_PATH}${token}`),
    });
    try {
      const found = await this.#find(token);
      if (!found) {
        await this.rates.count({ limit: limits.linkFromPlace, of: placeOf(ip) });
        return page('unknown');
      }
      ({ brand } = found);
      return page(await work(found));
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'rate.limited') return page('limited');
      throw error;
    }
  }

  async #find(token: string): Promise<Found | undefined> {
    const link = readUnsubscribeToken(this.configuration.CUELINE_SECRET, token);
    const mail = link && (await mailToUnsubscribe.first(this.database.database.pool, { ...link }));
    if (!link || !mail) return undefined;
    const { sendId, toAddress: address, brandName: name, color, locale } = mail;
    return { link, sendId, address, brand: { name, color, locale } };
  }
}
