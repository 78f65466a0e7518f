export { advance, type Turn } from './advance.js';
export { isOfStore, type Ask, type ServerAsk, type StoreAsk } from './ask.js';
export type {
  Change,
  Command,
  CommandChange,
  CommandOf,
  End,
  KnownMail,
  Mark,
  Numbers,
  Place,
  Want,
  WantOf,
} from './commands/command.js';
export type { Folder, FolderStatus, ListedFolder, OpenedFolder, SelectedFolder } from './folders/folder.js';
export { isNews } from './folders/news.js';
export { folderRoles, rolesOf, type FolderRole } from './folders/role.js';
export {
  commandIdOf,
  folderIdOf,
  modSeqOf,
  uidValidityOf,
  type CommandId,
  type FolderId,
  type ModSeq,
  type Moment,
  type Uid,
  type UidValidity,
} from './ids.js';
export type { Answer, AnswerTo, MailboxFacts, Observation, Refusal } from './observation.js';
export type { ContentRow, FlagRow, HeaderRow, SurveyRow, WantedRow } from './rows.js';
export { troubleCauses, type TroubleCause } from './trouble-cause.js';
export { initialState, type Phase, type SyncState } from './state.js';
export { timing } from './timing.js';
export { between, hasUid, joined, noUids, sizeOf, uidSetOf, uidsIn, type UidSet } from './uid-set.js';
export type { ChangedMails, Cursor, Fact, FoundFolder, Write, WriteOf } from './write.js';
