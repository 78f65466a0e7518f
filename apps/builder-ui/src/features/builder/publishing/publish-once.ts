/** What the server answers to a request for a version. */
export type PublishAnswer<W> =
  | { readonly type: 'published'; readonly workflow: W }
  | { readonly type: 'failed'; readonly message: string; readonly details: readonly string[] }
  /** No answer: whether the request has arrived is not known. */
  | { readonly type: 'unanswered' };

export interface PublishPort<W> {
  publish(signal: AbortSignal): Promise<PublishAnswer<W>>;
  /** The workflow as it is now; undefined while nobody answers. */
  look(): Promise<W | undefined>;
  pause(): Promise<void>;
  /** The answer got lost: now the server is asked what it has. */
  checking(): void;
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
  port.checking();
  for (let without = 0; without < ENOUGH;) {
    const now = await port.look();
    if (now && (now.publishedVersion ?? 0) > (before ?? 0)) return { type: 'published', workflow: now };
    if (now) without++;
    if (without < ENOUGH) await port.pause();
  }
  return { type: 'failed', message: 'Nothing was published: the request did not arrive.', details: [] };
}
