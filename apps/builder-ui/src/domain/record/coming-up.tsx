import { Button, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import IconMail from '~icons/tabler/mail';
import { KindTile } from '../../kit/kind-tile.js';
import { StoryRow } from '../../kit/story.js';
import type { About } from '../compose/letter.js';
import { useWeekday } from '../use-moment.js';
import styles from './record.module.css';
import { useUnderWay } from './use-record.js';
import { m } from './messages.js';

/** Emails about a record that are to leave; nothing where there are none. */
export function ComingUp({ about }: { readonly about: About }) {
  const emails = useUnderWay(about).data?.emails ?? [];
  const moment = useWeekday();
  if (emails.length === 0) return null;
  return (
    <section className={styles['coming']} aria-label={m.comingUp}>
      <div className={styles['comingHead']}>
        <Title order={2} size="h5">
          {m.comingUp}
        </Title>
        <Text size="xs" c="dimmed">
          {m.planned(emails.length)}
        </Text>
      </div>
      <ol className={styles['plain']}>
        {emails.map(({ id, subject, to, state, at, origin, reasons }) => (
          <StoryRow
            key={id}
            start={<KindTile family={state === 'held' ? 'you' : 'client'} icon={IconMail} />}
            title={
              <Text span fw={500}>
                {m.email(subject || m.noSubject)}
              </Text>
            }
            meta={[
              state === 'queued' ? moment(at) : m.sendStates[state],
              m.to(to),
              origin,
              ...(state === 'held' ? reasons : []),
            ]
              .filter(Boolean)
              .join(' · ')}
            end={
              <Button component={Link} to={`/outbox/${id}`} variant="default" size="compact-sm">
                {m.see}
              </Button>
            }
          />
        ))}
      </ol>
    </section>
  );
}
