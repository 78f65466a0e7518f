import type { RunContextRepository } from '../../engine/record-context/run-context.repository.js';
import { AccountWriter, type AccountSources } from './account/account-writer.js';
import type { AnswerPaths } from './answerable.js';
import { ByHandWriter } from './by-hand/by-hand-writer.js';
import type { AttachedFiles } from './attached-files.js';
import { ForwardWriter } from './forward/forward-writer.js';
import type { MailWriters } from './mail-writer.js';
import type { NoticeMails } from './notice/notice-mails.js';
import { ReminderWriter, type ReminderSources } from './reminder/reminder-writer.js';
import { StepMailWriter } from './step-mail-writer.js';
import { TestWriter } from './test/test-writer.js';
import type { TemplateMails } from './step/template-mails.js';

export interface WriterSources extends AccountSources, ReminderSources, AnswerPaths {
  readonly contexts: RunContextRepository;
  readonly templateMails: TemplateMails;
  readonly noticeMails: NoticeMails;
  readonly files: AttachedFiles;
}

export const writersOf = (sources: WriterSources): MailWriters => ({
  step: new StepMailWriter(sources.contexts, sources.templateMails),
  notice: new StepMailWriter(sources.contexts, sources.noticeMails),
  reminder: new ReminderWriter(sources),
  byHand: new ByHandWriter(sources),
  test: new TestWriter(sources),
  forward: new ForwardWriter(sources),
  account: new AccountWriter(sources),
});
