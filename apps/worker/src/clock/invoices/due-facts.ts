import { parseBusinessHours, startOfBusiness } from '@cueline/workflows';

/** An invoice that was issued, and is neither paid nor void nor marked as overdue. */
export interface OpenInvoice {
  readonly id: string;
  readonly studioId: string;
  /** Dates as `2027-06-12`, in the brand's zone. */
  readonly dueOn: string;
  readonly issuedOn: string | null;
  readonly zone: string;
  readonly businessHours: unknown;
}

export interface DueFact {
  readonly type: 'invoice.due' | 'invoice.overdue';
  /** ISO instant since when it is true. */
  readonly since: string;
}

/**
 * What has become true of an invoice by `now`: it is due when business begins on its due date, and overdue when it begins on the day
 * after. One that was issued after its due date was never due, and is overdue from the day of its issue.
 * @param now ISO instant @throws TimeError when the brand's zone or hours cannot be read
 */
export function dueFactsBy(now: string, invoice: OpenInvoice): DueFact[] {
  const { dueOn, issuedOn, zone } = invoice;
  const hours = parseBusinessHours(invoice.businessHours);
  const late = issuedOn !== null && issuedOn > dueOn;
  const facts: DueFact[] = [
    ...(late ? [] : [{ type: 'invoice.due' as const, since: startOfBusiness(dueOn, hours, zone) }]),
    {
      type: 'invoice.overdue',
      since: startOfBusiness(late ? issuedOn : dayAfter(dueOn), hours, zone),
    },
  ];
  return facts.filter(({ since }) => Date.parse(since) <= Date.parse(now));
}

function dayAfter(day: string): string {
  const next = new Date(day);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
