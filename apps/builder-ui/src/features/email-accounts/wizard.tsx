import { Anchor, Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { smtpAccounts, smtpDiagnosis } from '@cueline/contracts';
import { usePageTitle } from '../../kit/page-title.js';
import { AddressStep } from './address-step.js';
import { withFound, type Draft } from './draft.js';
import { ReadyStep } from './ready-step.js';
import { SettingsStep } from './settings-step.js';
import { SignedInSettings } from './signed-in-settings.js';
import { StepBar, steps, type Step } from './step-bar.js';
import { TestStep } from './test-step.js';
import { useTest } from './use-test.js';
import { m } from './messages.js';
import styles from './email-accounts.module.css';

interface Props {
  readonly initial: Draft;
  readonly account?: smtpAccounts.SmtpAccountView;
  readonly brandId?: string | undefined;
}

/** Address, settings, test, ready: a page for each, and the draft goes with it. */
export function Wizard({ initial, account, brandId }: Props) {
  const [draft, setDraft] = useState(initial);
  const [found, setFound] = useState<smtpDiagnosis.FoundSettings>();
  const [step, setStep] = useState<Step>(account ? 'settings' : 'address');
  const [saved, setSaved] = useState<smtpAccounts.SmtpAccountView>();
  const { testing, start, cancel } = useTest(account?.id);
  const title = step === 'address' ? m.connectTitle : m.titleOf(account !== undefined, draft.address);
  usePageTitle(title, m.title);
  const heading = useHeadingFocus(step);
  const test = (next: Draft) => {
    setDraft(next);
    setStep('test');
    void start(next);
  };
  const back = (to: Step) => () => {
    cancel();
    setStep(to);
  };
  return (
    <Stack maw={1000} gap="md">
      <Anchor component={Link} to="/email-accounts" size="sm">
        {m.title}
      </Anchor>
      <Title order={1} size="h2" tabIndex={-1} ref={heading} className={styles['heading']}>
        {title}
      </Title>
      <StepBar current={step} all={account ? steps.slice(1) : steps} />
      {step === 'address' && (
        <AddressStep
          draft={draft}
          onFound={(settings) => {
            setFound(settings);
            setDraft(withFound(draft, settings));
            setStep('settings');
          }}
        />
      )}
      {step === 'settings' && account?.auth === 'oauth2' && (
        <SignedInSettings draft={draft} account={account} onTest={test} />
      )}
      {step === 'settings' && account?.auth !== 'oauth2' && (
        <SettingsStep
          draft={draft}
          found={found}
          isStored={account !== undefined}
          brandId={brandId}
          {...(!account && { onBack: back('address') })}
          onTest={test}
        />
      )}
      {step === 'test' && (
        <TestStep
          draft={draft}
          testing={testing}
          account={account}
          brandId={brandId}
          onTest={test}
          onBack={back('settings')}
          onSaved={(one) => {
            setSaved(one);
            setStep('ready');
          }}
        />
      )}
      {step === 'ready' && saved && <ReadyStep account={saved} />}
    </Stack>
  );
}

/** A page that changes says so: the focus goes to its heading, but not when the first one opens. */
function useHeadingFocus(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) heading.current?.focus();
    before.current = step;
  }, [step]);
  return heading;
}
