import { Button, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { instantAt, localAt } from '@cueline/workflows';
import { useState } from 'react';
import { useZonedMoment } from '../use-moment.js';
import { m } from './messages.js';

interface Props {
  /** The brand's: the time is meant there. */
  readonly zone: string;
  readonly isBlocked: boolean;
  readonly onSend: (instant: string) => void;
}

const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const AN_HOUR = 3_600_000;

/** Tomorrow at nine, by the clock of the brand. */
const tomorrow = (zone: string): string =>
  `${localAt(new Date(Date.now() + 24 * AN_HOUR).toISOString(), zone).slice(0, 10)}T09:00`;

/** Chooses when the email leaves, by the clock of the brand; where the reader's is another one, both are said. */
export function SendLater({ zone, isBlocked, onSend }: Props) {
  const [opened, { toggle, close }] = useDisclosure();
  const [local, setLocal] = useState(() => tomorrow(zone));
  const moment = useZonedMoment();
  const instant = instantAt(local, zone);
  const isPast = instant !== undefined && Date.parse(instant) <= Date.now();
  return (
    <Popover opened={opened} onChange={close} trapFocus position="top-start" withinPortal>
      <Popover.Target>
        <Button variant="default" disabled={isBlocked} aria-expanded={opened} onClick={toggle}>
          {m.sendLater}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <TextInput
            type="datetime-local"
            label={m.when}
            value={local}
            error={isPast ? m.isPast : undefined}
            onChange={(event) => setLocal(event.currentTarget.value)}
          />
          {instant && (
            <Text size="xs" c="dimmed">
              {m.leavesAt(moment(instant, zone), zone)}
              {own !== zone && (
                <>
                  <br />
                  {m.forYou(moment(instant, own), own)}
                </>
              )}
            </Text>
          )}
          <Button
            disabled={!instant || isPast}
            onClick={() => {
              close();
              if (instant) onSend(instant);
            }}
          >
            {m.schedule}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
