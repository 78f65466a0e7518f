import {
  Anchor,
  Button,
  Collapse,
  CopyButton,
  PasswordInput,
  Select,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId, useState } from 'react';
import IconAlertTriangle from '~icons/tabler/alert-triangle';
import IconChevronDown from '~icons/tabler/chevron-down';
import IconExternalLink from '~icons/tabler/external-link';
import IconKey from '~icons/tabler/key';
import type { smtpDiagnosis } from '@cueline/contracts';
import { withProposal, type Draft } from './draft.js';
import { m } from './messages.js';
import styles from './email-accounts.module.css';

type Card = smtpDiagnosis.DiagnosisCard;
interface Props {
  readonly card: Card;
  readonly transcript: readonly string[];
  readonly draft: Draft;
  readonly isBusy: boolean;
  readonly onTest: (draft: Draft) => void;
  /** Signs in at the provider instead. */
  readonly onConnect: () => void;
}

/** What is wrong, why, what to do about it and where, always in the same shape. */
export function DiagnosisCard({ card, transcript, draft, isBusy, onTest, onConnect }: Props) {
  const title = useId();
  const said = useId();
  const proposed = withProposal(draft, card.proposal);
  const [changed, setChanged] = useState(
    card.field === 'password' ? { ...proposed, password: '' } : proposed,
  );
  const [isOpen, { toggle }] = useDisclosure(card.cause === 'unknown');
  const isEmpty = card.field === 'password' && changed.password === '';
  const Icon = card.field === 'password' ? IconKey : IconAlertTriangle;
  return (
    <section className={styles['card']} aria-labelledby={title} data-cause={card.cause} role="alert">
      <div className={styles['cardHead']}>
        <Icon size={20} stroke={1.75} aria-hidden />
        <div>
          <Title order={2} size="h4" id={title}>
            {card.title}
          </Title>
          <Text mt={2}>{card.why}</Text>
        </div>
      </div>
      <form
        className={styles['cardBody']}
        onSubmit={(event) => {
          event.preventDefault();
          if (card.action === 'connect') onConnect();
          else onTest(changed);
        }}
      >
        <ol className={styles['advice']}>
          {card.steps.map((step) => (
            <li key={step.text}>
              <StepText {...step} />
            </li>
          ))}
        </ol>
        <div className={styles['fix']}>
          {card.field && (
            <FixField field={card.field} cause={card.cause} draft={changed} onChange={setChanged} />
          )}
          <Button type="submit" loading={isBusy} disabled={isEmpty}>
            {card.button}
          </Button>
        </div>
      </form>
      <div className={styles['fold']}>
        {card.said && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconChevronDown size={16} aria-hidden />}
            aria-expanded={isOpen}
            aria-controls={said}
            onClick={toggle}
          >
            {m.whatItSaid}
          </Button>
        )}
        <CopyButton value={[card.title, card.said, ...transcript].join('\n')}>
          {({ copied, copy }) => (
            <Button variant="subtle" size="compact-sm" onClick={copy} ml="auto">
              {copied ? m.copied : m.copyForSupport}
            </Button>
          )}
        </CopyButton>
      </div>
      <Collapse expanded={isOpen} id={said}>
        {card.said && <pre className={styles['said']}>{card.said}</pre>}
      </Collapse>
    </section>
  );
}

function StepText({ text, link }: Card['steps'][number]) {
  const [before, after] = text.split('{link}');
  return (
    <span>
      {before}
      {link && (
        <Anchor href={link.url} target="_blank" rel="noreferrer">
          {link.label} <IconExternalLink size={14} aria-label={m.newWindow} role="img" />
        </Anchor>
      )}
      {after}
    </span>
  );
}

interface FieldProps {
  readonly field: NonNullable<Card['field']>;
  readonly cause: string;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** The one setting that the card is about. */
function FixField({ field, cause, draft, onChange }: FieldProps) {
  if (field === 'security')
    return (
      <Select
        label={m.security}
        data={Object.entries(m.securities).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        value={draft.security}
        onChange={(value) => value && onChange({ ...draft, security: value as Draft['security'] })}
      />
    );
  const input = {
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [field]: event.currentTarget.value }),
  };
  if (field === 'password')
    return (
      <PasswordInput
        label={cause === 'appPassword' ? m.appPassword : m.password}
        autoComplete="off"
        {...input}
      />
    );
  return <TextInput label={m[field]} autoCapitalize="none" spellCheck={false} {...input} />;
}
