import { dueFolders } from '../folders/due.js';
import { reconcile } from '../folders/reconcile.js';
import { profileOf } from '../profile.js';
import { expected, type Rules } from '../outcome.js';
import { listensFor } from '../timing.js';

/** What is stored: the state begins with it. */
export const load: Rules<'load'> = {
  begin: () => ({ ask: { ask: 'load' } }),
  take(_, answer) {
    const { mailbox, folders } = expected(answer, 'loaded');
    return { then: [], set: { mailbox, folders } };
  },
};

export const connect: Rules<'connect'> = {
  begin: () => ({ ask: { ask: 'connect' } }),
  take(_, answer, state, now) {
    const { capabilities } = expected(answer, 'connected');
    const profile = profileOf(capabilities, state.mailbox?.distrusts ?? []);
    return { then: [], set: { profile, connectedAt: now, signIns: 0 } };
  },
};

export const list: Rules<'list'> = {
  begin: () => ({ ask: { ask: 'list' } }),
  take(_, answer, state, now) {
    const { folders } = expected(answer, 'listed');
    const write = reconcile(state.folders, folders, state.mailbox?.syncs ?? 'roles');
    return { write, then: [{ step: 'choose', listed: folders }], set: { listedAt: now } };
  },
};

export const choose: Rules<'choose'> = {
  begin: ({ listed }, state, now) => ({ then: [], set: { due: dueFolders(state.folders, listed, now) } }),
};

/** In INBOX, which is open. */
export const idle: Rules<'idle'> = {
  begin: (_, state, now) => ({
    ask: { ask: 'idle', milliseconds: listensFor(state.listedAt, state.commandsDueAt, now) },
  }),
  take(_, answer, state) {
    const { isChange } = expected(answer, 'noticed');
    return { then: [], ...(isChange && state.opened && { set: { due: [state.opened.folder] } }) };
  },
};
