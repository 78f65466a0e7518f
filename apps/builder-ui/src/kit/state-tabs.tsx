import { SegmentedControl } from '@mantine/core';

interface Props<State extends string> {
  readonly label: string;
  readonly states: Readonly<Record<State, { readonly label: string }>>;
  readonly value: State;
  readonly onChange: (state: State) => void;
}

/** The states that a list is shown by, one at a time. */
export function StateTabs<State extends string>({ label, states, value, onChange }: Props<State>) {
  const data = (Object.keys(states) as State[]).map((state) => ({
    value: state,
    label: states[state].label,
  }));
  return (
    <SegmentedControl
      aria-label={label}
      style={{ alignSelf: 'flex-start' }}
      value={value}
      onChange={onChange}
      data={data}
    />
  );
}
