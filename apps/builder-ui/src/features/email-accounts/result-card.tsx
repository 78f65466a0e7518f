import { DiagnosisCard } from './diagnosis-card.js';
import type { Draft } from './draft.js';
import type { useSignIn } from './use-sign-in.js';
import type { Testing } from './use-test.js';

interface Props {
  readonly testing: Testing;
  readonly draft: Draft;
  readonly signIn: ReturnType<typeof useSignIn>;
  readonly onTest: (draft: Draft) => void;
}

/** What is wrong by the last test, where something is. */
export function ResultCard({ testing: { result, isRunning }, draft, signIn, onTest }: Props) {
  if (!result?.card) return null;
  const { card, transcript } = result;
  return (
    <DiagnosisCard
      key={JSON.stringify(card)}
      {...{ card, transcript, draft, onTest }}
      isBusy={isRunning || signIn.isPending}
      onConnect={() => signIn.mutate({ provider: card.connect, draft })}
    />
  );
}
