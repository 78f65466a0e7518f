import type { WaitStep } from '@cueline/workflows';
import { DurationFields } from './duration-fields.js';
import { settings, type FormProps } from './form-props.js';

export function WaitForm(props: FormProps<WaitStep>) {
  const set = settings(props);
  return (
    <DurationFields
      label="How long"
      at={`${props.at}/for`}
      value={props.step.for}
      onChange={(duration, typing) => set({ for: duration }, typing)}
    />
  );
}
