import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import IconArrowLeft from '~icons/tabler/arrow-left';
import { keys } from '../../api-client/keys.js';
import TemplateEditor from '../../domain/templates/editor/template-editor.js';
import { loadTemplate } from '../../domain/templates/draft/template-server.js';
import { m as common } from '../../domain/templates/messages.js';
import { usePageTitle } from '../../kit/page-title.js';
import { QueryGate } from '../../kit/query-gate.js';
import { m } from './messages.js';

export function TemplatePage() {
  const { id = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const query = useQuery({ queryKey: keys.templates.one(id), queryFn: () => loadTemplate(id) });
  usePageTitle(query.data?.name ?? common.template, m.title);
  return (
    <QueryGate query={query} failed={common.notLoaded} missing={common.missing}>
      {(template) => (
        <TemplateEditor
          key={id}
          template={template}
          event="booking.created"
          order={1}
          back={
            <ActionIcon
              component={Link}
              to="/templates"
              variant="subtle"
              color="gray"
              size={32}
              aria-label={m.title}
              title={m.title}
            >
              <IconArrowLeft size={18} aria-hidden />
            </ActionIcon>
          }
          onCopied={({ id: copy }) => void navigate({ to: '/templates/$id', params: { id: copy } })}
          onDone={() => void navigate({ to: '/templates' })}
        />
      )}
    </QueryGate>
  );
}
