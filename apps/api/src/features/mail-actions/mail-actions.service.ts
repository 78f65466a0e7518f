import { Injectable } from '@nestjs/common';
import type { mailActions } from '@cueline/contracts';
import type { CommandBase, CommandPayload, GivenCommand, NewCommand } from '@cueline/database';
import { describeReason, isReasonCode } from '@cueline/workflows';
import { randomUUID } from 'node:crypto';
import type { Caller } from '../../platform/auth/caller.js';
import { replyLanguage } from '../../platform/language/reply-language.js';
import { notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { MailActionsRepository } from './mail-actions.repository.js';
import { noFolder } from './no-folder.js';
import { planAction } from './plan-action.js';
import { canUndo, undoOf } from './undo-of.js';

@Injectable()
export class MailActionsService {
  constructor(private readonly repository: MailActionsRepository) {}

  /** The same id is one click, however often it is sent. */
  async act({ studioId, by }: Caller, { id, do: action, of }: mailActions.NewMailAction) {
    if ((await this.repository.ofBatch(studioId, id)).length > 0) return this.get(studioId, id);
    const { mails, messageIds } = await this.repository.shown(studioId, of);
    if (messageIds.size === 0) throw notFound('message');
    const folders = await this.repository.folders(
      studioId,
      mails.map(({ mailboxId }) => mailboxId),
    );
    if (action.action === 'move' && !folders.some((one) => one.id === action.folderId))
      throw notFound('folder');
    const planned = planAction(action, mails, folders);
    if ('missing' in planned) throw new ProblemError('mailbox.noFolder', noFolder[planned.missing]);
    const commands = planned.map(({ mail: { messageId, mailboxId, place }, payload, base }) =>
      commandOf(
        { mailboxId, messageId, payload, base, batch: id },
        `${id} ${Object.values(place).join(' ')}`,
      ),
    );
    await this.repository.give(studioId, by.name, commands);
    const acted = new Set(commands.map(({ messageId }) => messageId));
    return this.#view(id, await this.repository.ofBatch(studioId, id), messageIds.size - acted.size);
  }

  async get(studioId: string, id: string): Promise<mailActions.MailActionDone> {
    const commands = await this.repository.ofBatch(studioId, id);
    if (commands.length === 0) throw notFound('email action');
    return this.#view(id, commands, 0);
  }

  /** Twice is once. */
  async undo({ studioId, by }: Caller, id: string): Promise<mailActions.MailActionDone> {
    const commands = await this.repository.ofBatch(studioId, id);
    if (commands.length === 0) throw notFound('email action');
    const messageIds = commands.flatMap(({ messageId }) => messageId ?? []);
    const { mails } = await this.repository.shown(studioId, { messageIds });
    const batch = randomUUID();
    await this.repository.takeBack(studioId, by.name, id, (begun) =>
      begun.flatMap((one) => {
        const payload = undoOf(
          one,
          mails.filter(({ messageId }) => messageId === one.messageId),
        );
        const { mailboxId, messageId } = one;
        const undo = { mailboxId, messageId, base: null, batch, undoOf: one.id };
        return payload ? [commandOf({ ...undo, payload }, `undo ${one.id}`)] : [];
      }),
    );
    return this.get(studioId, id);
  }

  #view(id: string, commands: readonly GivenCommand[], skipped: number): mailActions.MailActionDone {
    return {
      id,
      commands: commands.map(({ id: one, kind, messageId, state, reason, createdAt, settledAt }) => ({
        ...{ id: one, kind, messageId, state },
        reason: reason && textOf(reason),
        createdAt: createdAt.toISOString(),
        settledAt: settledAt?.toISOString() ?? null,
      })),
      skipped,
      canUndo: canUndo(commands),
    };
  }
}

const textOf = ({ code, params }: NonNullable<GivenCommand['reason']>): string | null =>
  isReasonCode(code) ? (describeReason({ code, params }, replyLanguage())[0] ?? null) : null;

const commandOf = (
  given: {
    readonly mailboxId: string;
    readonly messageId: string | null;
    readonly payload: CommandPayload;
    readonly base: CommandBase | null;
    readonly batch: string;
    readonly undoOf?: string;
  },
  key: string,
): NewCommand => ({ id: randomUUID(), key, undoOf: null, content: null, ...given });
