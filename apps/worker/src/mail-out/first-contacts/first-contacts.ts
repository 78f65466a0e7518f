import { advertisedIn, fieldsOf, type Advertised } from '@cueline/email';
import {
  cameOfInquiry,
  claimFirstContact,
  factsOf,
  textOf,
  type HeldMails,
  type Queryable,
  type SendRecord,
} from '@cueline/database';
import type { Reason, SendMailStep } from '@cueline/workflows';
import type { RunContext } from '../../engine/record-context/run-context.repository.js';
import type { LoadedTemplate } from '../writers/step/template.repository.js';

const GROUP = 'first-contacts';

/**
 * What keeps a form on a website from making the studio a relay: an automatic answer echoes what a stranger entered, to whatever address was entered with it.
 */
export class FirstContacts {
  constructor(
    private readonly pool: Queryable,
    private readonly held: HeldMails,
  ) {}

  /** What of a stranger's words must not be echoed by a machine; undefined where nothing is wrong, or a person has looked at the mail. */
  async advertised(
    step: SendMailStep,
    context: RunContext,
    studioId: string,
    loaded: LoadedTemplate,
  ): Promise<Advertised | undefined> {
    if (step.approval) return undefined;
    const used = loaded.ok ? fieldsOf(loaded.template).map(({ path }) => path) : [];
    const found = advertisedIn(step.to.role, factsOf(context), used);
    if (!found?.field.startsWith('client.') || context.inquiry) return found;
    const clientId = context.client?.id;
    if (clientId === undefined) return undefined;
    return (await cameOfInquiry.run(this.pool, { studioId, clientId })) === 0 ? undefined : found;
  }

  /** Holds the automatic answer to an inquiry where too many strangers were answered in this hour. @returns the reason; undefined where it may leave */
  async hold(step: SendMailStep, context: RunContext, studioId: string, record: SendRecord) {
    const isAnswer = step.to.role === 'inquirer' || (step.to.role === 'client' && context.inquiry !== null);
    if (!isAnswer || step.approval || textOf(record.toAddress) === null) return undefined;
    const address = record.toAddress.toLowerCase();
    const claimed = await claimFirstContact.first(this.pool, { studioId, address });
    if (!claimed || claimed.fits) return undefined;
    const reason: Reason = { code: 'mail.manyFirstContacts', params: { limit: claimed.most } };
    const hold = { group: GROUP, cause: 'firstContacts', reason, probeAfter: null };
    return (await this.held.hold(studioId, record, hold)) ? reason : undefined;
  }
}
