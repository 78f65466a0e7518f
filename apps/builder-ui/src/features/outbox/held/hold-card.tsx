import { Button, Card, Collapse, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import IconMailPause from '~icons/tabler/mail-pause';
import { useId, useState } from 'react';
import { useMoment } from '../../../domain/use-moment.js';
import { DecisionDialog, type DecisionRequest } from './decision-dialog.js';
import { HeldList } from './held-list.js';
import { accountOf, holdTitle } from './hold-content.js';
import { m } from './messages.js';
import type { Decision, Hold } from './use-holds.js';
import styles from './held.module.css';

interface Props {
  readonly hold: Hold;
  /** The one that has waited longest: one button of a page is the loud one. */
  readonly isFirst: boolean;
}

/** Emails that are held for one cause: why, since when, and what can be done with all or some of them. */
export function HoldCard({ hold, isFirst }: Props) {
  const moment = useMoment();
  const title = useId();
  const list = useId();
  const [shown, { toggle }] = useDisclosure();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [request, setRequest] = useState<DecisionRequest>();
  const count = chosen.length || hold.mails;
  const ask = (type: Decision['type']) =>
    setRequest({ type, count, choice: chosen.length > 0 ? { ids: [...chosen] } : { group: hold.group } });
  const { mails } = hold;
  const some = chosen.length;
  const account = accountOf(hold);
  const loud = isFirst ? 'filled' : 'default';
  return (
    <Card withBorder component="section" aria-labelledby={title}>
      <Stack gap="sm">
        <div>
          <Group gap={8} wrap="nowrap" align="flex-start">
            <IconMailPause size={20} stroke={1.75} className={styles['icon']} aria-hidden />
            <Title order={2} size="h4" id={title}>
              {holdTitle(hold)}
            </Title>
          </Group>
          <Text size="sm" c="dimmed">
            {[
              m.held(hold.mails),
              m.since(moment(hold.since)),
              hold.nextTryAt && m.nextTry(moment(hold.nextTryAt)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        {hold.reasons.map((reason) => (
          <Text key={reason} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {reason}
          </Text>
        ))}
        <Group gap="xs">
          {account && (
            <Button component={Link} to={`/email-accounts/${account}`} variant={loud}>
              {m.fixAccount}
            </Button>
          )}
          <Button variant={account ? 'default' : loud} onClick={() => ask('release')}>
            {some ? m.releaseSome(some) : m.releaseAll(mails)}
          </Button>
          <Button variant="default" onClick={() => ask('skip')}>
            {some ? m.skipSome(some) : m.skipAll(mails)}
          </Button>
          <Button variant="subtle" color="gray" aria-expanded={shown} aria-controls={list} onClick={toggle}>
            {shown ? m.hide : m.show}
          </Button>
        </Group>
        <Collapse expanded={shown} id={list}>
          {shown && <HeldList hold={hold} chosen={chosen} onChoose={setChosen} />}
        </Collapse>
      </Stack>
      <DecisionDialog
        hold={hold}
        request={request}
        onClose={() => setRequest(undefined)}
        onDone={() => {
          setRequest(undefined);
          setChosen([]);
        }}
      />
    </Card>
  );
}
