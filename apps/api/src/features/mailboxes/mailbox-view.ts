import type { mailboxes } from '@cueline/contracts';
import type { MailboxView, MailFolderView } from '@cueline/database';
import { describeReason } from '@cueline/workflows';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { shownServer } from '../smtp-accounts/shown-server.js';

export const viewOf = (row: MailboxView): mailboxes.MailboxView => ({
  id: row.id,
  brandId: row.brandId,
  address: row.address,
  ...shownServer(row),
  smtpAccountId: row.smtpAccountId,
  horizon: row.horizon?.toISOString() ?? null,
  sentCopy: row.sentCopy,
  connectedAt: row.connectedAt.toISOString(),
  health: healthOf(row),
  revision: row.revision,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const healthOf = (row: MailboxView): mailboxes.MailboxHealth => ({
  state: row.state,
  cause: row.cause,
  reasonCode: row.reason?.code ?? null,
  reasons: describeReason(row.reason, replyLanguage()),
  since: row.since.toISOString(),
  waitingUntil: row.waitingUntil?.toISOString() ?? null,
  provenAt: row.provenAt?.toISOString() ?? null,
  nextCheckAt: row.nextCheckAt?.toISOString() ?? null,
  lagMs: row.lagMs,
  isStale: row.isStale,
  fetched: row.fetched,
  total: row.total,
  quarantined: row.quarantined,
  commands: row.commands,
});

export const folderOf = ({ path, delimiter, ...folder }: MailFolderView): mailboxes.MailFolderView => ({
  ...folder,
  path,
  name: delimiter === null ? path : path.slice(path.lastIndexOf(delimiter) + delimiter.length),
});
