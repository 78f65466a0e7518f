import { Button, Group, Stack, Text } from '@mantine/core';
import IconCircleCheck from '~icons/tabler/circle-check';
import type { smtpAccounts } from '@cueline/contracts';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { DomainRecords } from './domain-records.js';
import type { Draft } from './draft.js';
import { useSignIn } from './use-sign-in.js';
import { ResultCard } from './result-card.js';
import { StageList } from './stage-list.js';
import { useSave } from './use-accounts.js';
import type { Testing } from './use-test.js';
import { m } from './messages.js';
import styles from './email-accounts.module.css';

interface Props {
  readonly draft: Draft;
  readonly testing: Testing;
  readonly account: smtpAccounts.SmtpAccountView | undefined;
  readonly brandId: string | undefined;
  readonly onTest: (draft: Draft) => void;
  readonly onBack: () => void;
  readonly onSaved: (account: smtpAccounts.SmtpAccountView) => void;
}

/** The test as it goes, and what it came to: one card for what is wrong, or the way on. */
export function TestStep({ draft, testing, account, brandId, onTest, onBack, onSaved }: Props) {
  const save = useSave(account, brandId, onSaved);
  const signIn = useSignIn(account, brandId);
  const { result, isRunning, error, stages } = testing;
  return (
    <div className={styles['columns']}>
      <Stack>
        {isRunning && <Text role="status">{m.testing(draft.host)}</Text>}
        {error && <ProblemAlert error={error} title={m.notTested} onRetry={() => onTest(draft)} />}
        {result?.ok && (
          <Stack gap="sm" className={styles['works']} role="status">
            <Group gap={8} wrap="nowrap">
              <IconCircleCheck size={20} stroke={1.75} aria-hidden />
              <Text fw={600}>{m.works(draft.address)}</Text>
            </Group>
            <Text size="sm">{m.worksAbout}</Text>
            {save.error && <ProblemAlert error={save.error} title={m.notSaved} />}
            <Button
              loading={save.isPending}
              onClick={() => save.mutate(draft)}
              style={{ alignSelf: 'flex-start' }}
            >
              {account ? m.save : m.useIt}
            </Button>
          </Stack>
        )}
        <ResultCard testing={testing} draft={draft} signIn={signIn} onTest={onTest} />
        {signIn.error && <ProblemAlert error={signIn.error} title={m.notSignedIn} />}
        {result?.card?.cause === 'domainSetup' && <DomainRecords address={draft.address} host={draft.host} />}
        <Button variant="subtle" color="gray" onClick={onBack} style={{ alignSelf: 'flex-start' }}>
          {isRunning ? m.cancel : m.back}
        </Button>
      </Stack>
      <StageList host={`${draft.host} : ${draft.port}`} stages={stages} isRunning={isRunning} />
    </div>
  );
}
