import { Text } from '@mantine/core';
import { useState } from 'react';
import { useMoment } from '../../domain/use-moment.js';

/** When an open task is due; what is late says so in words, not by colour alone. */
export function TaskDue({ dueAt }: { readonly dueAt: string }) {
  const moment = useMoment();
  const [now] = useState(() => Date.now());
  const isLate = Date.parse(dueAt) < now;
  return isLate ? (
    <Text size="sm" c="var(--mantine-color-error)" fw={500}>
      Overdue since {moment(dueAt)}
    </Text>
  ) : (
    <Text size="sm">{moment(dueAt)}</Text>
  );
}
