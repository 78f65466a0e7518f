import { useQuery } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { listInvoices } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { RecordLink } from '../../domain/record/record-link.js';
import { useMoney } from '../../domain/use-money.js';
import { FactCard, Facts } from '../../kit/fact-card.js';
import { m } from './messages.js';

const SHOWN = 5;

/** The client’s newest invoices, and what is open of each. */
export function Money({ clientId }: { readonly clientId: string }) {
  const { data } = useQuery({
    queryKey: keys.invoices.ofClient(clientId),
    queryFn: () => call(listInvoices({ query: { clientId, limit: SHOWN } })),
  });
  const money = useMoney();
  const due = data?.items.filter(({ status }) => status !== 'void' && status !== 'draft') ?? [];
  if (due.length === 0) return null;
  return (
    <FactCard title={m.money}>
      <Facts
        facts={due.map(({ id, number, totalMinor, paidMinor, currency }) => ({
          label: number,
          value: (
            <RecordLink
              about={{ type: 'invoice', id }}
              name={paidMinor >= totalMinor ? m.paid : m.open(money(totalMinor - paidMinor, currency))}
            />
          ),
        }))}
      />
    </FactCard>
  );
}
