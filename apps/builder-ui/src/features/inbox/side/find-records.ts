import { call } from '../../../api-client/api.js';
import {
  listBookings,
  listClients,
  listInquiries,
  listInvoices,
  listProjects,
  listStaff,
  listVendors,
} from '../../../api-client/generated/sdk.gen.js';
import type { RecordRef } from '../thread-types.js';

interface Found {
  readonly value: string;
  readonly label: string;
}

const LIMIT = 50;
interface Person {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
}
const person = ({ firstName, lastName }: Person) => `${firstName} ${lastName}`.trim();
const query = (search: string) => ({ query: { limit: LIMIT, ...(search && { search }) } });

function named<Row extends { readonly id: string }>(
  load: (search: string) => Promise<{ readonly items: readonly Row[] }>,
  name: (row: Row) => string,
) {
  return async (search: string): Promise<Found[]> =>
    (await load(search)).items.map((row) => ({ value: row.id, label: name(row) }));
}

/** Records of a kind whose name fits what is typed; the newest where nothing is. */
export const findRecords: Readonly<Record<RecordRef['type'], (search: string) => Promise<Found[]>>> = {
  client: named<Person>((search) => call(listClients(query(search))), person),
  vendor: named(
    (search) => call(listVendors(query(search))),
    ({ name }) => name,
  ),
  staff: named<Person>((search) => call(listStaff(query(search))), person),
  booking: named(
    (search) => call(listBookings(query(search))),
    ({ title, clientName }) => `${title} · ${clientName}`,
  ),
  project: named(
    (search) => call(listProjects(query(search))),
    ({ name, clientName }) => `${name} · ${clientName}`,
  ),
  invoice: named(
    (search) => call(listInvoices(query(search))),
    ({ number }) => number,
  ),
  inquiry: named(
    (search) => call(listInquiries(query(search))),
    ({ name }) => name,
  ),
};
