import { Group } from '@mantine/core';
import type { ComponentProps } from 'react';
import { ComposeButton } from '../../domain/compose/compose-button.js';
import { BookingMenu } from './booking-menu.js';
import { m } from './messages.js';

/** What can be done with a booking from its row. */
export const BookingActions = ({ booking }: Pick<ComponentProps<typeof BookingMenu>, 'booking'>) => (
  <Group gap="xs" wrap="nowrap">
    <ComposeButton
      about={{ type: 'booking', id: booking.id }}
      label={m.email}
      name={m.emailAbout(booking.title)}
      size="compact-sm"
    />
    <BookingMenu booking={booking} />
  </Group>
);
