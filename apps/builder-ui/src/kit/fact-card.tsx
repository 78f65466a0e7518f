import { Card, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './fact-card.module.css';

interface CardProps {
  readonly title: string;
  /** A link to the record, or the way to change it. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A group of facts beside a record. */
export const FactCard = ({ title, action, children }: CardProps) => (
  <Card withBorder component="section" aria-label={title} className={styles['card']}>
    <div className={styles['head']}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {action}
    </div>
    {children}
  </Card>
);

interface Fact {
  readonly label: string;
  /** Nothing: the fact is left out. */
  readonly value: ReactNode;
}

/** What is known, a line each; what is not known has none. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <dl className={styles['facts']}>
      {known.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
