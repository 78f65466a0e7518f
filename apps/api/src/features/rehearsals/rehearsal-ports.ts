import { fillText } from '@cueline/email';
import { recipientsOf, type PeopleOnIt, type RehearsalPorts } from '@cueline/workflows';
import { formatsFor } from '@cueline/workflows/locale';
import type { BrandsRepository } from '../brands/brands.repository.js';

export interface PortFacts extends PeopleOnIt {
  readonly brand: Pick<Awaited<ReturnType<BrandsRepository['list']>>[number], 'locale' | 'zone'>;
  readonly optedOut: boolean;
  readonly mailsPerDay: number | null;
  readonly mailed?: RehearsalPorts['mailed'];
}

/** What a rehearsal asks of the studio. */
export const portsOf = (
  { brand, optedOut, mailsPerDay, mailed, ...people }: PortFacts,
  webhookAllow: RehearsalPorts['webhookAllow'],
): RehearsalPorts => ({
  optedOut,
  mailsPerDay,
  ...(mailed && { mailed }),
  webhookAllow,
  recipients: (to, facts) => recipientsOf(to, facts, people),
  fill: (line, text, facts) =>
    fillText(line, text, { data: facts, formats: formatsFor(brand), clock: () => performance.now() }),
});
