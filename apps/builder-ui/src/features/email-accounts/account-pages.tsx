import { useLocation, useParams } from '@tanstack/react-router';
import { QueryGate } from '../../kit/query-gate.js';
import { useMeQuery } from '../../domain/use-me.js';
import { draftOf, emptyDraft } from './draft.js';
import { useAccount } from './use-accounts.js';
import { Wizard } from './wizard.js';
import { m } from './messages.js';

/** Connects an account to a brand. */
export function NewEmailAccountPage() {
  const me = useMeQuery();
  const wanted = new URLSearchParams(useLocation().searchStr).get('brand');
  return (
    <QueryGate query={me} failed={m.notLoaded}>
      {({ brands }) => {
        const brand = brands.find(({ id }) => id === wanted) ?? brands.find(({ isDefault }) => isDefault);
        return <Wizard initial={emptyDraft(brand?.name ?? '')} brandId={brand?.id} />;
      }}
    </QueryGate>
  );
}

/** Changes or repairs one: edit, test, save. */
export function EmailAccountPage() {
  const { id } = useParams({ strict: false });
  const account = useAccount(id ?? '');
  return (
    <QueryGate query={account} failed={m.notLoaded} missing={m.gone}>
      {(one) => <Wizard initial={draftOf(one)} account={one} />}
    </QueryGate>
  );
}
