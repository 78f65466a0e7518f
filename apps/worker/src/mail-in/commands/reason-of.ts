import type { CommandReason } from '@cueline/database';
import type { End } from '@cueline/email/imap';

/** Why a command ended as it did, for programs; the API has the words. */
export function reasonOf(end: End): CommandReason | null {
  switch (end.to) {
    case 'done':
      return end.how === 'carriedOut' ? null : { code: `mailCommand.${end.how}`, params: {} };
    case 'refused':
      return { code: `mailCommand.${end.why}`, params: { reply: end.reply } };
    case 'superseded':
      return end.where === null
        ? { code: 'mailCommand.gone', params: {} }
        : { code: 'mailCommand.movedElsewhere', params: { folderId: end.where } };
    case 'failed':
      return { code: 'mailCommand.failed', params: { reply: end.reply } };
  }
}
