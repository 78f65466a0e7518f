import { m } from './messages.js';

/** What the server answers to a request for a version. */
export type PublishAnswer<W> =
  | { readonly type: 'published'; readonly workflow: W }
  | {
      readonly type: 'failed';
      readonly message: string;
      readonly details: readonly string[];
      /** What is live says the same already. */
      readonly isUnchanged?: boolean;
    }
  /** No answer, or none that says what became of it. */
  | { readonly type: 'unanswered'; readonly isBusy?: boolean };

export interface PublishPort<W> {
  publish(signal: AbortSignal): Promise<PublishAnswer<W>>;
  /** The workflow as it is now; undefined while nobody answers. */
  load(): Promise<W | undefined>;
  pause(): Promise<void>;
  /** What became of it is not known: now the server is asked what it has. @param isBusy it has answered that it is busy */
  checking(isBusy: boolean): void;
}

/** So often the server has to say that there is no new version. */
const ENOUGH = 3;

interface Live {
  readonly publishedVersion: number | null;
}

/**
 * Sends one request for a version, and never a second. Where its answer is lost, or the person gives it up, the server is asked what became
 * of it. @param before the live version until now
 */
export async function publishOnce<W extends Live>(
  port: PublishPort<W>,
  before: number | null,
  signal: AbortSignal,
): Promise<Exclude<PublishAnswer<W>, { readonly type: 'unanswered' }>> {
  const answer = await port.publish(signal);
  if (answer.type !== 'unanswered') return answer;
  const { isBusy = false } = answer;
  port.checking(isBusy);
  for (let without = 0; without < ENOUGH;) {
    const now = await port.load();
    if (now && (now.publishedVersion ?? 0) > (before ?? 0)) return { type: 'published', workflow: now };
    if (now) without++;
    if (without < ENOUGH) await port.pause();
  }
  const message = isBusy ? m.busyNothing : m.lostNothing;
  return { type: 'failed', message, details: [] };
}
