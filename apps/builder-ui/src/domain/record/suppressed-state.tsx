import { StatusDot } from '../../kit/status-dot.js';
import { m } from './messages.js';

interface Props {
  /** What keeps mail from the address; null where nothing does. */
  readonly suppressed: {
    readonly scope: 'marketing' | 'all';
    readonly reason: keyof typeof m.suppressed;
  } | null;
}

/** Which emails an address gets. */
export const SuppressedState = ({ suppressed }: Props) =>
  suppressed ? (
    <StatusDot
      tone={suppressed.reason === 'bounced' ? 'broken' : 'quiet'}
      label={m.suppressed[suppressed.reason](suppressed.scope === 'all')}
    />
  ) : (
    <StatusDot tone="live" label={m.getsEverything} />
  );
