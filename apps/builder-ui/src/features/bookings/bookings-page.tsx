import { Badge, Button, Group, Modal, Select, Stack, Table, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fieldOf } from '@cueline/workflows';
import { useState } from 'react';
import { call } from '../../api-client/api.js';
import { createBooking, listBookings, listClients } from '../../api-client/generated/sdk.gen.js';
import { ListStates } from '../../shell/list-states.js';
import { momentWords } from '../../shell/moment.js';

const kindsOfBooking = fieldOf('booking.kind')?.choices?.map((choice) => ({ ...choice })) ?? [];
const colors = { tentative: 'gray', confirmed: 'green', completed: 'blue', cancelled: 'red' } as const;

export function BookingsPage() {
  const query = useQuery({ queryKey: ['bookings'], queryFn: () => call(listBookings()) });
  const [open, { open: show, close }] = useDisclosure();
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          Bookings
        </Title>
        <Button onClick={show}>New booking</Button>
      </Group>
      <ListStates query={query} empty="No booking yet.">
        {(items) => (
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Title</Table.Th>
                  <Table.Th>Client</Table.Th>
                  <Table.Th>State</Table.Th>
                  <Table.Th>Starts</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>{row.title}</Table.Td>
                    <Table.Td>{row.clientName}</Table.Td>
                    <Table.Td>
                      <Badge variant="light" color={colors[row.status]}>
                        {row.status}
                      </Badge>
                    </Table.Td>
                    <Table.Td>{momentWords(row.startsAt)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </ListStates>
      <Modal opened={open} onClose={close} title="New booking">
        <NewBooking onDone={close} />
      </Modal>
    </Stack>
  );
}

function NewBooking({ onDone }: { readonly onDone: () => void }) {
  const clients = useQuery({ queryKey: ['clients'], queryFn: () => call(listClients()) });
  const queries = useQueryClient();
  const [booking, setBooking] = useState({
    clientId: '',
    title: '',
    kind: 'wedding',
    startsAt: '',
    endsAt: '',
  });
  const set = (values: Partial<typeof booking>) => setBooking((before) => ({ ...before, ...values }));
  const instant = (local: string) => (local ? new Date(local).toISOString() : '');
  const create = useMutation({
    mutationFn: () =>
      call(
        createBooking({
          body: { ...booking, startsAt: instant(booking.startsAt), endsAt: instant(booking.endsAt) },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['bookings'] });
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <Stack>
        <Select
          label="Client"
          required
          searchable
          value={booking.clientId || null}
          onChange={(clientId) => set({ clientId: clientId ?? '' })}
          data={
            clients.data?.items.map(({ id, firstName, lastName }) => ({
              value: id,
              label: `${firstName} ${lastName}`,
            })) ?? []
          }
        />
        <TextInput
          label="Title"
          required
          value={booking.title}
          onChange={(e) => set({ title: e.currentTarget.value })}
        />
        <Select
          label="Kind"
          allowDeselect={false}
          value={booking.kind}
          onChange={(kind) => kind && set({ kind })}
          data={kindsOfBooking}
        />
        <TextInput
          label="Starts"
          type="datetime-local"
          required
          value={booking.startsAt}
          onChange={(e) =>
            set({ startsAt: e.currentTarget.value, endsAt: booking.endsAt || e.currentTarget.value })
          }
        />
        <TextInput
          label="Ends"
          type="datetime-local"
          required
          value={booking.endsAt}
          onChange={(e) => set({ endsAt: e.currentTarget.value })}
          error={create.error?.message}
        />
        <Button type="submit" loading={create.isPending}>
          Create
        </Button>
      </Stack>
    </form>
  );
}
