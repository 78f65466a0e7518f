import { useNavigate, useSearch } from '@tanstack/react-router';
import { StateTabs } from '../../kit/state-tabs.js';

/** The status that a list is shown by, in the address; the first one where it names none. */
export function useStatusFilter<Status extends string>(
  label: string,
  states: Readonly<Record<Status, { readonly label: string }>>,
) {
  const { status: given }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const all = Object.keys(states) as Status[];
  const status = all.find((one) => one === given) ?? all[0]!;
  const tabs = (
    <StateTabs
      label={label}
      states={states}
      value={status}
      onChange={(next) => void navigate({ to: '.', search: next === all[0] ? {} : { status: next } })}
    />
  );
  return { status, tabs };
}
