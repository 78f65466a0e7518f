import { Inject, Injectable } from '@nestjs/common';
import { Authentication } from './authentication.js';
import type { ClientPlace } from './client-place.js';
import { publicUrl } from '@cueline/database';
import { CONFIGURATION, type Configuration } from '../configuration.js';
import { KnownDevice } from './known-device.js';
import { limits } from '../limits/limits.js';
import { RateLimits } from '../limits/rate-limits.js';
import { ProblemError } from '../problems/problem-error.js';

/** Signing in, and how often it may fail. */
@Injectable()
export class SignIns {
  readonly #device: KnownDevice;

  constructor(
    private readonly authentication: Authentication,
    private readonly limits: RateLimits,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.#device = new KnownDevice(
      configuration.CUELINE_SECRET,
      publicUrl(configuration).startsWith('https:'),
    );
  }

  /** @returns Set-Cookie lines @throws ProblemError `auth.wrongPassword`, the same whether there is such an account or not */
  async signIn(from: ClientPlace, email: string, password: string): Promise<string[]> {
    const device = this.#device.of(from.cookie, email);
    const own = { limit: limits.signInFromHere, of: `${email} ${device ?? from.place}` };
    const shared = device
      ? []
      : [
          { limit: limits.signInToAccount, of: email },
          { limit: limits.signInFromPlace, of: from.place },
        ];
    await this.limits.count(own, ...shared);
    const cookies = await this.authentication.signIn(email, password, from);
    if (!cookies) throw new ProblemError('auth.wrongPassword');
    await this.limits.forget(own);
    if (shared.length > 0) await this.limits.takeBack(...shared);
    return device ? cookies : [...cookies, this.#device.cookie(email)];
  }

  /** After a link from the inbox, and a password that was just set. */
  async afterLink(from: ClientPlace, email: string, password: string): Promise<string[]> {
    const cookies = (await this.authentication.signIn(email, password, from)) ?? [];
    return [...cookies, await this.proven(email)];
  }

  /** Whoever holds a link from the inbox is the owner: failures of others in the owner's name count no more, and this browser is known. */
  async proven(email: string): Promise<string> {
    await this.limits.forget({ limit: limits.signInToAccount, of: email });
    return this.#device.cookie(email);
  }
}
