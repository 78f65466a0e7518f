import { done, refusedBy } from '../../commands/retry.js';
import { changed, settled } from '../../commands/write.js';
import { expected, type Rules } from '../../outcome.js';
import { folderOf } from '../../state.js';
import { endAll } from './site.js';
import { no } from '../../commands/retry.js';

/** The list that follows shows it. */
export const changeFolder: Rules<'changeFolder'> = {
  begin({ command, isBegun }, state) {
    const { want } = command;
    if (!isBegun) {
      const step = { step: 'changeFolder', command, isBegun: true } as const;
      return { write: settled([changed(command, { to: 'running', before: null })]), then: [step] };
    }
    if (want.kind === 'createFolder') return { ask: { ask: 'createFolder', path: want.path } };
    const folder = folderOf(state, want.folder);
    if (!folder) return { write: settled([changed(command, no('noFolder'))]), then: [] };
    if (folder.path === want.path) return { write: settled([changed(command, done('asWished'))]), then: [] };
    return { ask: { ask: 'renameFolder', from: folder.path, to: want.path } };
  },
  take({ command }, answer) {
    expected(answer, 'folderChanged');
    return endAll([{ command }], () => done(), { opened: null, listedAt: null });
  },
  refused({ command }, refusal, _, now) {
    const isThere = refusal.refusal === 'alreadyThere' && command.want.kind === 'createFolder';
    const change = isThere ? done('asWished') : refusedBy(command, refusal, now);
    return endAll([{ command }], () => change, { opened: null, listedAt: null });
  },
};
