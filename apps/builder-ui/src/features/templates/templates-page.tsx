import { Group } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listTemplates } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { NewTemplate } from '../../domain/templates/new-template.js';
import { ListPage } from '../../kit/list-page.js';
import { StateTabs } from '../../kit/state-tabs.js';
import { SearchInput, useSearchText } from '../../kit/search-input.js';
import { TemplateCard } from './template-card.js';
import styles from './templates.module.css';
import { m } from './messages.js';

export function TemplatesPage() {
  const { typed, setTyped, wanted } = useSearchText();
  const { show }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const shown = show === 'archived' ? 'archived' : 'active';
  const archived = shown === 'archived' ? 'true' : 'false';
  const query = usePages(keys.templates.list(wanted, shown), (cursor) =>
    call(listTemplates({ query: { cursor, archived, ...(wanted && { search: wanted }) } })),
  );
  const navigate = useNavigate();
  return (
    <ListPage
      query={query}
      title={m.title}
      about={m.about}
      create={{
        label: m.create,
        content: () => (
          <NewTemplate
            event="booking.created"
            onCreated={({ id }) => void navigate({ to: '/templates/$id', params: { id } })}
          />
        ),
      }}
      filters={
        <Group>
          <StateTabs
            label={m.which}
            states={m.shown}
            value={shown}
            onChange={(next) =>
              void navigate({ to: '/templates', search: next === 'active' ? {} : { show: next } })
            }
          />
          <SearchInput label={m.search} placeholder={m.searchBy} value={typed} onChange={setTyped} />
        </Group>
      }
      filtered={wanted !== ''}
      onClear={() => setTyped('')}
      empty={m.shown[shown].empty}
    >
      {(rows) => (
        <ul className={styles['grid']} aria-label={m.title}>
          {rows.map((row) => (
            <TemplateCard key={row.id} template={row} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}
