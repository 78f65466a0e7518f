import { useNavigate } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listTemplates } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { NewTemplate } from '../../domain/templates/new-template.js';
import { ListPage } from '../../kit/list-page.js';
import { SearchInput, useSearchText } from '../../kit/search-input.js';
import { TemplateCard } from './template-card.js';
import styles from './templates.module.css';
import { m } from './messages.js';

export function TemplatesPage() {
  const { typed, setTyped, wanted } = useSearchText();
  const query = usePages(keys.templates.list(wanted), (cursor) =>
    call(listTemplates({ query: { cursor, ...(wanted && { search: wanted }) } })),
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
      filters={<SearchInput label={m.search} placeholder={m.searchBy} value={typed} onChange={setTyped} />}
      filtered={wanted !== ''}
      onClear={() => setTyped('')}
      empty={m.empty}
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
