import { advertisedIn, fillText } from '@cueline/email';
import { suppressionAmong, type SuppressedAddress } from '@cueline/database';
import type { NamedStaff, People, RehearsalPorts } from '@cueline/workflows';
import { formatsFor } from '@cueline/workflows/locale';
import type { BrandsRepository } from '../brands/brands.repository.js';

export interface PortFacts {
  readonly people: People;
  readonly staff: readonly NamedStaff[];
  readonly brand: Pick<Awaited<ReturnType<BrandsRepository['list']>>[number], 'locale' | 'zone'>;
  readonly optedOut: boolean;
  /** Of the addresses that the workflow may write to. */
  readonly suppressed: readonly SuppressedAddress[];
  readonly mailsPerDay: number | null;
  readonly mailed?: RehearsalPorts['mailed'];
  /** A stranger gave the client's name: with an inquiry. */
  readonly cameOfInquiry: boolean;
}

/** The merge fields of a template, by its id. */
export type UsedFields = (template: string) => readonly string[];

/** What a rehearsal asks of the studio. */
export const portsOf = (
  { brand, optedOut, suppressed, mailsPerDay, mailed, cameOfInquiry, people, staff }: PortFacts,
  webhookAllow: RehearsalPorts['webhookAllow'],
  usedFields: UsedFields,
): RehearsalPorts => ({
  optedOut,
  suppression: (address, category) => suppressionAmong(suppressed, address, category),
  mailsPerDay,
  ...(mailed && { mailed }),
  webhookAllow,
  advertised: ({ to, template }, facts) => {
    const found = advertisedIn(to.role, facts, template === null ? [] : usedFields(template));
    return found?.field.startsWith('client.') && !cameOfInquiry ? undefined : found;
  },
  people,
  staff,
  fill: (line, text, facts) =>
    fillText(line, text, { data: facts, formats: formatsFor(brand), clock: () => performance.now() }),
});
