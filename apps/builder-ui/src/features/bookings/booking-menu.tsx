import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { cancelBooking, completeBooking, confirmBooking } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import type { BookingStatus } from './booking-state.js';
import { m } from './messages.js';

interface Props {
  readonly booking: {
    readonly id: string;
    readonly title: string;
    readonly status: BookingStatus;
  };
}

/** What can happen to a booking; each is an event that workflows listen to. */
export function BookingMenu({ booking: { id, title, status } }: Props) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (make: () => ReturnType<typeof confirmBooking>) => call(make()),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.bookings.all }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  const path = { path: { id } };
  if (status === 'cancelled' || status === 'completed') return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="compact-sm" aria-label={m.changeOf(title)} loading={change.isPending}>
          {m.change}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {status === 'tentative' && (
          <Menu.Item onClick={() => change.mutate(() => confirmBooking(path))}>{m.confirm}</Menu.Item>
        )}
        <Menu.Item onClick={() => change.mutate(() => completeBooking(path))}>{m.complete}</Menu.Item>
        <Menu.Item color="red" onClick={() => change.mutate(() => cancelBooking({ ...path, body: {} }))}>
          {m.cancelBooking}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
