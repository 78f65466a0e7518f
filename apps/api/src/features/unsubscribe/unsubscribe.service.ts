import { Inject, Injectable } from '@nestjs/common';
import { UNSUBSCRIBE_PATH, readUnsubscribeToken, type UnsubscribeLink } from '@cueline/database';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { limits } from '../../platform/limits/limits.js';
import { placeOf } from '../../platform/limits/place.js';
import { RateLimits } from '../../platform/limits/rate-limits.js';
import { ProblemError } from '../../platform/problems/problem-error.js';
import { unsubscribePage, type PageBrand, type PageState } from './unsubscribe-page.js';
import { Unsubscriptions, type LinkedMail } from './unsubscriptions.js';

export interface Page {
  readonly status: number;
  readonly html: string;
}

const STATUS: Readonly<Record<PageState, number>> = {
  ask: 200,
  test: 200,
  unsubscribed: 200,
  subscribed: 200,
  unknown: 404,
  limited: 429,
};
const ours: PageBrand = { name: 'Cueline', color: '', locale: 'en' };

/** What the holder of an unsubscribe link may do, without a sign-in (RFC 8058). Only a POST changes anything: mail scanners open every link. */
@Injectable()
export class UnsubscribeService {
  constructor(
    private readonly unsubscriptions: Unsubscriptions,
    private readonly rates: RateLimits,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  show(token: string, ip: string): Promise<Page> {
    return this.#answer(token, ip, async (mail) =>
      (await this.unsubscriptions.isUnsubscribed(mail)) ? 'unsubscribed' : 'ask',
    );
  }

  unsubscribe(token: string, ip: string): Promise<Page> {
    return this.#answer(token, ip, async (_mail, link) => {
      await this.#countChange(token);
      await this.unsubscriptions.unsubscribe(link);
      return 'unsubscribed';
    });
  }

  undo(token: string, ip: string): Promise<Page> {
    return this.#answer(token, ip, async (mail) => {
      await this.#countChange(token);
      await this.unsubscriptions.undo(mail);
      return 'subscribed';
    });
  }

  /** Providers post for many readers from one place: changes are counted for each link. */
  #countChange(token: string): Promise<void> {
    return this.rates.count({ limit: limits.unsubscribe, of: token });
  }

  async #answer(
    token: string,
    ip: string,
    work: (mail: LinkedMail, link: UnsubscribeLink) => Promise<PageState>,
  ): Promise<Page> {
    const link = readUnsubscribeToken(this.configuration.CUELINE_SECRET, token);
    const mail = link && (await this.unsubscriptions.mailOf(link));
    const page = (state: PageState) => ({
      status: STATUS[state],
      html: unsubscribePage(state, mail?.brand ?? ours, `${UNSUBSCRIBE_PATH}${token}`),
    });
    try {
      if (mail) return page(mail.isTest ? 'test' : await work(mail, link));
      await this.rates.count({ limit: limits.linkFromPlace, of: placeOf(ip) });
      return page('unknown');
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'rate.limited') return page('limited');
      throw error;
    }
  }
}
