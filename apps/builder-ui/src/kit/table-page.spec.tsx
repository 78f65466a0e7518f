/** @jest-environment @happy-dom/jest-environment */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { useInfiniteQuery } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import type { DetachedWindowAPI } from 'happy-dom';
import { cleanup, refusal, show } from './screen.fixture.js';
import { useSearchText } from './search-input.js';
import { TablePage } from './table-page.js';

declare const happyDOM: DetachedWindowAPI;

interface Client {
  readonly id: string;
  readonly name: string;
  readonly city: string;
}
interface Answer {
  readonly items: Client[];
  readonly nextCursor?: string;
}
/** What the server answers, by the words searched for and the cursor. */
type Server = (wanted: string, cursor: string) => Answer | Promise<Answer>;

function Clients({ server }: { readonly server: Server }) {
  const search = useSearchText();
  const query = useInfiniteQuery({
    queryKey: ['clients', search.wanted],
    queryFn: ({ pageParam }) => server(search.wanted, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: Answer) => nextCursor,
    select: ({ pages }) => ({ items: pages.flatMap(({ items }) => items) }),
  });
  return (
    <TablePage<Client>
      title="Clients"
      query={query}
      empty="No clients yet"
      search={{ ...search, label: 'Search clients', placeholder: 'Name' }}
      create={{ label: 'New client', content: () => <p>Their name</p> }}
      columns={[
        { header: 'Name', title: true, cell: ({ name }) => name },
        { header: 'City', isNamed: true, cell: ({ city }) => city },
      ]}
    />
  );
}

const mara: Client = { id: '1', name: 'Mara Winter', city: 'Graz' };
const jo: Client = { id: '2', name: 'Jo Sommer', city: 'Ulm' };

beforeEach(() => happyDOM.setViewport({ width: 1_280, height: 800 }));
afterEach(cleanup);

describe('a page with a table', () => {
  it('loads a page at a time, until there is no more', async () => {
    const { user } = show(
      <Clients
        server={(_, cursor) => (cursor === '' ? { items: [mara], nextCursor: 'next' } : { items: [jo] })}
      />,
    );
    await screen.findByText('Mara Winter');
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await screen.findByText('Jo Sommer');
    expect(screen.getAllByRole('row')).toHaveLength(3);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('tells an empty list from one that nothing matches, and shows all again', async () => {
    const { user } = show(<Clients server={(wanted) => ({ items: wanted ? [] : [mara] })} />);
    await screen.findByText('Mara Winter');
    await user.type(screen.getByRole('searchbox', { name: 'Search clients' }), 'zzz');
    await user.click(await screen.findByRole('button', { name: 'Clear filters' }));
    await screen.findByText('Mara Winter');
    expect(screen.queryByText('No clients yet')).toBeNull();
  });

  it('says so where there is nothing yet', async () => {
    show(<Clients server={() => ({ items: [] })} />);
    await screen.findByText('No clients yet');
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
  });

  it('says why it could not be loaded, and loads it on demand', async () => {
    let isAway = true;
    const { user } = show(
      <Clients
        server={() =>
          isAway ? Promise.reject(refusal({ status: 403, detail: 'For owners.' })) : { items: [mara] }
        }
      />,
    );
    await screen.findByText('For owners.');
    isAway = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Mara Winter');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('on a phone has rows, with the names of facts that do not speak for themselves', async () => {
    happyDOM.setViewport({ width: 390, height: 844 });
    show(<Clients server={() => ({ items: [mara] })} />);
    const row = await screen.findByRole('listitem');
    expect(within(row).getByText('Mara Winter')).toBeTruthy();
    expect(row.textContent).toContain('City: Graz');
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('makes a record in a dialog that is named as its button', async () => {
    const { user } = show(<Clients server={() => ({ items: [] })} />);
    await user.click(screen.getByRole('button', { name: 'New client' }));
    const dialog = await screen.findByRole('dialog', { name: 'New client' });
    expect(within(dialog).getByText('Their name')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
