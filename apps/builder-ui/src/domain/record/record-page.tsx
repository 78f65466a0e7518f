import { Anchor, Tabs } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RecordHead } from '../../kit/record-head.js';
import type { About } from '../compose/letter.js';
import { Correspondence } from './correspondence.js';
import styles from './record.module.css';
import { RunningNow } from './running-now.js';
import { Timeline } from './timeline.js';
import { m } from './messages.js';

interface Props {
  readonly about: About;
  readonly title: string;
  /** The list that it is from. */
  readonly place: string;
  readonly listAt: string;
  readonly hasAvatar?: boolean;
  /** Its state, beside the name. */
  readonly state?: ReactNode;
  /** How to reach them, or the facts that matter most. */
  readonly contact?: ReactNode;
  readonly actions?: ReactNode;
  /** Cards of facts, above what runs. */
  readonly first?: ReactNode;
  /** Cards of facts, below it. */
  readonly children?: ReactNode;
}

/** One record: its head, its time line and its emails, and what is known of it at the side. */
export function RecordPage({ about, title, place, listAt, first, children, state, ...head }: Props) {
  const { tab: given }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const tab = given === 'emails' ? 'emails' : 'timeline';
  const navigate = useNavigate();
  return (
    <div>
      <RecordHead
        {...head}
        title={title}
        place={place}
        facts={state}
        back={
          <Anchor component={Link} to={listAt} size="sm">
            {place}
          </Anchor>
        }
      />
      <Tabs
        mt="md"
        value={tab}
        onChange={(next) => void navigate({ to: '.', search: next === 'emails' ? { tab: next } : {} })}
        keepMounted={false}
      >
        <Tabs.List aria-label={m.tabs}>
          <Tabs.Tab value="timeline">{m.timeline}</Tabs.Tab>
          <Tabs.Tab value="emails">{m.emails}</Tabs.Tab>
        </Tabs.List>
        <div className={styles['columns']}>
          <div className={styles['main']}>
            <Tabs.Panel value="timeline">
              <Timeline about={about} />
            </Tabs.Panel>
            <Tabs.Panel value="emails">
              <Correspondence about={about} />
            </Tabs.Panel>
          </div>
          <aside className={styles['aside']}>
            {first}
            <RunningNow about={about} />
            {children}
          </aside>
        </div>
      </Tabs>
    </div>
  );
}
