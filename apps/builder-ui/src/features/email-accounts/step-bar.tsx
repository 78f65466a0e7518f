import { VisuallyHidden } from '@mantine/core';
import IconCheck from '~icons/tabler/check';
import { m } from './messages.js';
import styles from './email-accounts.module.css';

export const steps = ['address', 'settings', 'test', 'ready'] as const;
export type Step = (typeof steps)[number];

interface Props {
  readonly current: Step;
  readonly all: readonly Step[];
}

/** Where in the wizard one is. */
export function StepBar({ current, all }: Props) {
  const at = all.indexOf(current);
  return (
    <ol className={styles['steps']} aria-label={m.stepOf(at + 1, all.length)}>
      {all.map((step, i) => (
        <li
          key={step}
          data-state={i < at ? 'done' : i === at ? 'now' : 'later'}
          {...(i === at && { 'aria-current': 'step' })}
        >
          <span className={styles['number']} aria-hidden>
            {i < at ? <IconCheck size={14} stroke={2.5} /> : i + 1}
          </span>
          <span>
            {m.steps[step]}
            {i < at && <VisuallyHidden component="span"> {m.done}</VisuallyHidden>}
          </span>
        </li>
      ))}
    </ol>
  );
}
