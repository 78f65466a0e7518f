import { Alert, Button, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { problemKind, secondsUntilRetry } from '../api-client/api-error.js';
import { m } from './messages.js';

interface Props {
  readonly error: Error;
  /** What could not be done; where nothing but the answer says what is wrong. */
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** Why something could not be done, and the way to do it again: at once, or when the server is ready for it. */
export function ProblemAlert({ error, title, onRetry }: Props) {
  const kind = problemKind(error);
  const isBusy = kind === 'busy';
  return (
    <Alert color={isBusy || kind === 'limited' ? 'yellow' : 'red'} title={title ?? (isBusy && m.busy)}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {isBusy && title && `${m.busy}. `}
          {error.message}
        </Text>
        {onRetry && <RetryButton error={error} onRetry={onRetry} />}
      </Stack>
    </Alert>
  );
}

/** Can be pressed when the server is ready for it. */
function RetryButton({ error, onRetry }: Pick<Props, 'error'> & { readonly onRetry: () => void }) {
  const left = useSecondsLeft(error);
  return (
    <Button size="xs" disabled={left > 0} onClick={onRetry}>
      {m.tryAgain}
      {left > 0 && (
        <>
          {/* Seen, and not spoken every second. */}
          <span aria-hidden>&nbsp;{m.inTime(waitText(left))}</span>
          <VisuallyHidden> {m.inAMoment}</VisuallyHidden>
        </>
      )}
    </Button>
  );
}

const waitText = (seconds: number): string =>
  seconds < 90 ? m.seconds(seconds) : m.minutes(Math.ceil(seconds / 60));

/** Each error begins anew. */
function useSecondsLeft(error: Error): number {
  const [left, setLeft] = useState(() => secondsUntilRetry(error));
  useEffect(() => {
    const until = Date.now() + secondsUntilRetry(error) * 1_000;
    const count = () => {
      const now = Math.max(0, Math.ceil((until - Date.now()) / 1_000));
      setLeft(now);
      if (now === 0) clearInterval(timer);
    };
    const timer = setInterval(count, 250);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
