interface Saved {
  readonly id: string;
  readonly revision: number;
}

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('cueline-drafts');

/** Tells the other windows of this browser that the server has a newer draft. */
export const announceSaved = (id: string, revision: number): void =>
  channel?.postMessage({ id, revision } satisfies Saved);

export function onSavedElsewhere(id: string, hear: (revision: number) => void): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<Saved>) => {
    if (data.id === id) hear(data.revision);
  });
}
