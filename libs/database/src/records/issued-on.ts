import { localAt } from '@cueline/workflows';

/** The day, `2027-06-12`, on which an invoice is issued that gets a status now; undefined where the status issues none. */
export const issuedOnBy = (status: unknown, now: Date, zone: string): string | undefined =>
  status === 'issued' ? localAt(now.toISOString(), zone).slice(0, 10) : undefined;
