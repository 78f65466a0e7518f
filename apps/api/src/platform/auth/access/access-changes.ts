import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ACCESS_CHANNEL, ChannelListener } from '@cueline/database';
import { filter, Subject, type Observable } from 'rxjs';
import type { Caller } from '../caller.js';
import { CONFIGURATION, type Configuration } from '../../configuration.js';

/** Whose access has ended, as the database tells: `session:id`, `member:id` or `key:id`; undefined: perhaps anybody's, the connection is new. */
type Ended = string | undefined;

/** Hears within milliseconds, in every API process, that a session, a membership or a key has ended or changed. */
@Injectable()
export class AccessChanges implements OnModuleInit, OnApplicationShutdown {
  readonly #ended = new Subject<Ended>();
  readonly #listener: ChannelListener;

  constructor(@Inject(CONFIGURATION) { DATABASE_URL }: Configuration) {
    const hear = (payload?: string) => this.#ended.next(payload);
    this.#listener = new ChannelListener(DATABASE_URL, { [ACCESS_CHANNEL]: hear }, (message, error) =>
      console.warn(message, error instanceof Error ? error.message : error),
    );
  }

  get all(): Observable<Ended> {
    return this.#ended;
  }

  /** While this is false nothing may be trusted that was read before. */
  get listening(): boolean {
    return this.#listener.listening;
  }

  /** Emits when this caller must be identified anew. */
  of({ by, user }: Caller): Observable<Ended> {
    const own = new Set([by.type === 'apiKey' ? `key:${by.id}` : `member:${by.id}`]);
    if (user) own.add(`session:${user.sessionId}`);
    return this.#ended.pipe(filter((ended) => ended === undefined || own.has(ended)));
  }

  /** A database that is away must not keep the API from starting: the listener tries again. */
  onModuleInit(): void {
    void this.#listener.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#listener.stop();
  }
}
