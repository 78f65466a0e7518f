import { advance, initialState, isOfStore, type Moment, type SyncState } from './core/index.js';
import type { MailServer, MirrorStore } from './ports.js';

export interface Driven {
  readonly server: MailServer;
  readonly store: MirrorStore;
  now(): Moment;
  /** Until then, or until somebody wants it now; without a time until somebody does. */
  rest(until: Moment | undefined): Promise<void>;
  /** It ends after what is being stored is stored. */
  readonly stop: AbortSignal;
  /** After every turn: what people are shown. */
  onState?(state: SyncState): void;
}

/** Carries out what the core wants, one thing at a time, until the mailbox is released or stopped. */
export async function drive(on: Driven): Promise<SyncState> {
  const { server, store, stop } = on;
  let turn = advance(initialState, { saw: 'tick' }, on.now());
  for (;;) {
    const { state, ask, write, wakeAt } = turn;
    on.onState?.(state);
    if (state.phase.is === 'released' || (stop.aborted && !write)) return state;
    if (write) turn = advance(state, await store.commit(write), on.now());
    else if (ask)
      turn = advance(state, await (isOfStore(ask) ? store.answer(ask) : server.answer(ask)), on.now());
    else {
      await on.rest(wakeAt);
      turn = advance(state, { saw: 'tick' }, on.now());
    }
  }
}
