import { Text } from '@mantine/core';
import { useState } from 'react';
import { useMoment } from '../../domain/use-moment.js';
import { m } from './messages.js';

/** When an open task is due; what is late says so in words, not by colour alone. */
export function TaskDue({ dueAt }: { readonly dueAt: string }) {
  const moment = useMoment();
  const [now] = useState(() => Date.now());
  const isLate = Date.parse(dueAt) < now;
  return isLate ? (
    <Text span size="sm" c="var(--mantine-color-error)" fw={500}>
      {m.overdue(moment(dueAt))}
    </Text>
  ) : (
    <Text span size="sm">
      {moment(dueAt)}
    </Text>
  );
}
