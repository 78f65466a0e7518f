import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { keys } from '../../api-client/keys.js';
import { m as common } from '../../domain/templates/messages.js';
import { TemplateEditor } from '../../domain/templates/template-editor.js';
import { loadTemplate } from '../../domain/templates/use-template-draft.js';
import { QueryGate } from '../../kit/query-gate.js';
import { RecordHead } from '../../kit/record-head.js';
import { m } from './messages.js';

export function TemplatePage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({ queryKey: keys.templates.one(id), queryFn: () => loadTemplate(id) });
  return (
    <QueryGate query={query} failed={common.notLoaded} missing={common.missing}>
      {(template) => (
        <TemplateEditor
          key={id}
          template={template}
          event="booking.created"
          title={
            <RecordHead
              title={template.name}
              place={m.title}
              back={
                <Anchor component={Link} to="/templates" size="sm">
                  {m.title}
                </Anchor>
              }
            />
          }
        />
      )}
    </QueryGate>
  );
}
