import { Button } from '@mantine/core';
import { useDecideDoubt, useRelease, useSkip } from './use-email-actions.js';
import { subjectOf, type Email } from './box.js';
import { m } from './messages.js';

type Acted = Pick<
  Email,
  'id' | 'state' | 'purpose' | 'to' | 'subject' | 'template' | 'toName' | 'workflowName' | 'author'
>;

/** What can be done about an email, by its state. */
export function EmailActions({ email }: { readonly email: Acted & Email }) {
  const release = useRelease();
  const skip = useSkip();
  const decide = useDecideDoubt();
  const { id, state, purpose } = email;
  const named = (label: string) => ({ 'aria-label': m.ofEmail(label, subjectOf(email)), children: label });
  const isBusy = release.isPending || skip.isPending || decide.isPending;
  if (state === 'queued' || state === 'held')
    return (
      <>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isBusy}
          onClick={() => release.mutate(id)}
          {...named(m.sendNow)}
        />
        <Button
          size="compact-sm"
          variant="default"
          disabled={isBusy}
          onClick={() => skip.mutate(id)}
          {...named(purpose === 'byHand' || purpose === 'test' ? m.cancel : m.skip)}
        />
      </>
    );
  if (state === 'in_doubt')
    return (
      <>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isBusy}
          onClick={() => decide.mutate({ id, decision: 'markSent' })}
          {...named(m.itArrived)}
        />
        <Button
          size="compact-sm"
          variant="default"
          disabled={isBusy}
          onClick={() => decide.mutate({ id, decision: 'sendAgain' })}
          {...named(m.sendAgain)}
        />
      </>
    );
  return null;
}
