import { Stack, Text, Title } from '@mantine/core';
import type { mailboxes } from '@cueline/contracts';
import { useState } from 'react';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { serverOf, type Draft } from './draft.js';
import { InboxForm } from './inbox-form.js';
import { m as own } from './inbox-messages.js';
import { m } from './messages.js';
import { ResultCard } from './result-card.js';
import { StageList } from './stage-list.js';
import { useInboxTest } from './use-test.js';
import { useUpdateInbox } from './use-inboxes.js';
import { useSignIn } from './use-sign-in.js';
import styles from './email-accounts.module.css';

/** Edit, test, save: in one press. What does not work is not kept, and one card says why. */
export function InboxSettings({ inbox }: { readonly inbox: mailboxes.MailboxView }) {
  const [draft, setDraft] = useState<Draft>({
    ...{ address: inbox.address, fromName: '', host: inbox.host, port: String(inbox.port) },
    ...{ security: inbox.security, user: inbox.username, password: '' },
  });
  const { testing, start } = useInboxTest(inbox.id);
  const update = useUpdateInbox(inbox);
  const signIn = useSignIn(undefined, inbox.brandId);
  const { isRunning, stages, error } = testing;
  const test = async (next: Draft) => {
    setDraft(next);
    const tested = await start(next);
    if (tested?.ok) update.mutate(serverOf(next));
  };
  return (
    <section aria-labelledby="inbox-settings">
      <Title order={2} size="h4" id="inbox-settings" mb="sm">
        {own.settings}
      </Title>
      <div className={styles['columns']}>
        <Stack>
          <InboxForm
            key={JSON.stringify(draft)}
            initial={draft}
            asks={inbox.auth === 'oauth2' ? 'server' : 'change'}
            passwordHint={inbox.smtpAccountId ? own.passwordForBoth : own.passwordStays}
            button={own.testAndSave}
            isBusy={isRunning || update.isPending}
            onSubmit={(next) => void test(next)}
          />
          {error && <ProblemAlert error={error} title={m.notTested} />}
          {update.error && <ProblemAlert error={update.error} title={m.notSaved} />}
          {update.isSuccess && <Text role="status">{own.saved}</Text>}
          <ResultCard testing={testing} draft={draft} signIn={signIn} onTest={(next) => void test(next)} />
        </Stack>
        {stages.length > 0 && (
          <StageList
            kind="inbox"
            host={`${draft.host} : ${draft.port}`}
            stages={stages}
            isRunning={isRunning}
          />
        )}
      </div>
    </section>
  );
}
