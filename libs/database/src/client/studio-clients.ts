import { forStudio, type StudioClient } from './for-studio.js';
import type { PrismaClient } from '../generated/client.js';

/**
 * Studios' clients, made once: an extended client is an object with a prototype of its own, and one for each request had V8 carry all that the request
 * touched over to the old generation, a third of what ended there.
 */
export class StudioClients {
  readonly #clients = new Map<string, StudioClient>();

  /** @param atMost clients kept; the one not asked for the longest goes first */
  constructor(
    private readonly prisma: PrismaClient,
    private readonly atMost = 500,
  ) {}

  of(studioId: string): StudioClient {
    const client = this.#clients.get(studioId) ?? forStudio(this.prisma, studioId);
    this.#clients.delete(studioId);
    this.#clients.set(studioId, client);
    if (this.#clients.size > this.atMost) this.#clients.delete(this.#clients.keys().next().value!);
    return client;
  }
}
