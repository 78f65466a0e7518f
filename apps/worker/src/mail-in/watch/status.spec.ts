import { describe, expect, test } from '@jest/globals';
import { folderIdOf, uidValidityOf, type Folder, type SyncState } from '@cueline/email/imap';
import { statusOf } from './status.js';

const now = 1_000_000;
const folder = (more: Partial<Folder> = {}): Folder => ({
  ...{ id: folderIdOf('1'), path: 'INBOX', role: 'inbox', isSynced: true, objectId: null, modSeq: null },
  ...{ uidValidity: uidValidityOf('1'), uidNext: 9, floor: 1, count: 8, wanting: 0 },
  ...{ comparedAt: now, flagsReadAt: now, checkedAt: now },
  ...more,
});
const state = (
  phase: SyncState['phase'],
  folders: Folder[] = [folder()],
  aside: SyncState['aside'] = [],
) => ({ phase, folders, aside });
const waiting = (until: number) => ({ is: 'waiting', until, cause: 'silent', reply: 'ETIMEOUT' }) as const;

describe('what people see of a mailbox', () => {
  test('is what it was while a connection is renewed', () => {
    expect(statusOf(state({ is: 'connecting' }), 'live', now)).toBeUndefined();
    expect(statusOf(state(waiting(now)), 'live', now)).toBeUndefined();
    expect(statusOf(state(waiting(now + 30_000)), 'live', now)).toMatchObject({
      ...{ state: 'waiting', cause: 'silent', waitingUntil: new Date(now + 30_000) },
      reason: { code: 'mailbox.silent', params: { reply: 'ETIMEOUT' } },
    });
  });

  test.each([
    ['older mail is not placed yet', folder({ floor: 5 }), 'live', 'importing'],
    ['a folder was never opened', folder({ uidValidity: null }), 'live', 'importing'],
    ['a few new mails have come', folder({ wanting: 3 }), 'live', 'live'],
    ['the last mails of an import', folder({ wanting: 3 }), 'importing', 'importing'],
    ['all is here', folder(), 'importing', 'live'],
    ['what is not synced', folder({ isSynced: false, floor: 5 }), 'live', 'live'],
  ] as const)('%s', (_, one, before, is) =>
    expect(statusOf(state({ is: 'live' }, [one]), before, now)).toMatchObject({ state: is, cause: null }),
  );

  test('is the trouble of INBOX, and not that of another folder', () => {
    const other = folder({ id: folderIdOf('2'), path: 'Old', role: null });
    const aside = (id: Folder['id']) => [
      { folder: id, until: now + 60_000, cause: 'busy', reply: 'no' } as const,
    ];
    const seen = (id: Folder['id']) =>
      statusOf(state({ is: 'live' }, [folder(), other], aside(id)), 'live', now);
    expect(seen(folder().id)).toMatchObject({ state: 'waiting', cause: 'busy' });
    expect(seen(other.id)).toMatchObject({ state: 'live' });
  });
});
