import { describe, expect, test } from '@jest/globals';
import type { mailActions } from '@cueline/contracts';
import { planAction, type KnownFolder, type ShownMail } from './plan-action.js';

const folder = (role: KnownFolder['role'], id = role ?? 'work', mailboxId = 'box'): KnownFolder => ({
  ...{ id, role, mailboxId },
});
const all = (['inbox', 'archive', 'trash', 'junk', null] as const).map((role) => folder(role));
const mail = (role: ShownMail['role'], flags: string[] = [], more: Partial<ShownMail> = {}): ShownMail => ({
  ...{ messageId: 'm', mailboxId: 'box', folder: role ?? 'work', role, inRole: role, flags },
  place: { folder: role ?? 'work', uidValidity: '1', uid: 7 },
  ...more,
});
function planned(action: mailActions.MailAction, mails: ShownMail[], folders = all) {
  const plan = planAction(action, mails, folders);
  if ('missing' in plan) return plan;
  return plan.map(({ payload }) => {
    if (payload.kind === 'move') return `to ${payload.to}`;
    return payload.kind === 'flags'
      ? [...payload.add.map((flag) => `+${flag}`), ...payload.remove]
      : payload.kind;
  });
}

describe('what an action asks of the server', () => {
  test.each<[string, mailActions.MailAction, ShownMail[], unknown]>([
    ['reads what is unread', { action: 'read' }, [mail('inbox'), mail('inbox', ['\\Seen'])], [['+\\Seen']]],
    ['takes a mark away', { action: 'unflag' }, [mail('inbox', ['\\Flagged', '$Later'])], [['\\Flagged']]],
    [
      'archives what lies in the inbox alone',
      { action: 'archive' },
      [mail('inbox'), mail(null)],
      ['to archive'],
    ],
    ['brings one of a message back', { action: 'inbox' }, [mail('archive'), mail('trash')], ['to inbox']],
    ['and none where one is there', { action: 'inbox' }, [mail('archive'), mail('inbox')], []],
    [
      'throws everything away that is not yet',
      { action: 'trash' },
      [mail('inbox'), mail('trash')],
      ['to trash'],
    ],
    ['moves', { action: 'move', folderId: 'work' }, [mail('inbox'), mail(null)], ['to work']],
    [
      'moves nothing to another mailbox',
      { action: 'move', folderId: 'work' },
      [mail('inbox', [], { mailboxId: 'b' })],
      [],
    ],
    [
      'deletes what lies in Trash or Junk',
      { action: 'deleteForever' },
      [mail('trash'), mail('junk'), mail('inbox')],
      ['delete', 'delete'],
    ],
    [
      'and nothing that is only on its way there',
      { action: 'deleteForever' },
      [mail('trash', [], { inRole: 'inbox' })],
      [],
    ],
  ])('%s', (_, action, mails, expected) => {
    expect(planned(action, mails)).toEqual(expected);
  });

  test('names the folder that is missing; where all mail lies is an archive as well', () => {
    expect(planned({ action: 'trash' }, [mail('inbox')], [folder('inbox')])).toEqual({ missing: 'trash' });
    expect(planned({ action: 'archive' }, [mail('inbox')], [folder('inbox'), folder('all')])).toEqual([
      'to all',
    ]);
    const other = [folder('inbox'), folder('archive', 'archive', 'other')];
    expect(planned({ action: 'archive' }, [mail('inbox')], other)).toEqual({ missing: 'archive' });
  });
});
