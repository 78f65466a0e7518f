import { messageIdOf, parseAddress } from '@cueline/email';
import { addDuration, kindOf, type Step, type WaitDuration } from '@cueline/workflows';
import type { RunContext, RunContextRepository } from '../../engine/record-context/run-context.repository.js';
import { reminderKeyOf } from '../../mail-out/queue/send-key.js';
import { SetAside } from '../../platform/places/set-aside.js';
import type { DueQuestion, QuestionsRepository, QuestionWriter } from './questions.repository.js';

/** In one sweep, so that one of thousands of questions does not keep the other sweeps of a process from theirs. */
const AT_MOST = 100;

/** Tells the studio's members when a run asks them something, and again for as long as nobody answers. */
export class Reminders {
  readonly #aside = new SetAside();

  constructor(
    private readonly questions: QuestionsRepository,
    private readonly contexts: RunContextRepository,
    private readonly platformDomain: string,
  ) {}

  async sweep(): Promise<void> {
    for (let i = 0; i < AT_MOST; i++) {
      const due = await this.questions.withDue(this.#aside.ids(), (question, on) =>
        this.#notify(question, on),
      );
      if (!due) return;
      if (due.error === undefined) this.#aside.worked(due.id);
      else this.#aside.failed('The reminder of question', due.id, due.error);
    }
  }

  async #notify(question: DueQuestion, on: QuestionWriter): Promise<void> {
    const { id, studioId, runId, stepId, visit, reminders } = question;
    if (!question.isOpen) return on.note(reminders, null);
    const context = await this.contexts.load(studioId, runId, stepId, visit);
    const nth = reminders + 1;
    const brandId = context.brand?.id;
    const addresses = [...new Set((await on.members()).flatMap((email) => parseAddress(email) ?? []))];
    if (brandId)
      await on.remind(
        brandId,
        addresses.map((address) => {
          const key = reminderKeyOf(studioId, id, nth, address);
          return { key, messageId: messageIdOf(key, this.platformDomain), toAddress: address };
        }),
      );
    const every = remindEvery(await this.contexts.step(context, studioId, stepId));
    return on.note(nth, every ? addDuration(context.now.toISOString(), every, zoneOf(context)) : null);
  }
}

const zoneOf = ({ brand }: RunContext): string => brand?.zone || 'UTC';

const remindEvery = (step: Step): WaitDuration | undefined => kindOf(step).question?.(step)?.remindEvery;
