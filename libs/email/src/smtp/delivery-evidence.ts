/** Whoever can say whether a mail arrived: a provider that can be asked, a Sent folder. */
export interface DeliveryEvidence {
  /** `absent` only when it is sure that the mail was not and will not be taken. */
  find(messageId: string): Promise<'accepted' | 'absent' | 'unknown'>;
}

export const noEvidence: DeliveryEvidence = { find: () => Promise.resolve('unknown') };

/** Asks `GET {url}/messages?messageId=…`, as the local mail catcher answers it: `{ "total": n }`. */
export const httpEvidence = (url: string): DeliveryEvidence => ({
  async find(messageId) {
    const target = new URL('messages', url.endsWith('/') ? url : `${url}/`);
    target.searchParams.set('messageId', messageId);
    try {
      const response = await fetch(target, { signal: AbortSignal.timeout(5_000) });
      if (!response.ok) return 'unknown';
      const { total } = (await response.json()) as { total?: unknown };
      return typeof total === 'number' ? (total > 0 ? 'accepted' : 'absent') : 'unknown';
    } catch {
      // Out of reach is no evidence either way; the send stays in doubt and is asked for again.
      return 'unknown';
    }
  },
});
