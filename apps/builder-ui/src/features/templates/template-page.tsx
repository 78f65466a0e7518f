import { Anchor, Center, Loader, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { TemplateEditor } from '../../domain/templates/template-editor.js';
import { loadTemplate, templateKey } from '../../domain/templates/use-template-draft.js';

export function TemplatePage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({ queryKey: templateKey(id), queryFn: () => loadTemplate(id) });
  if (query.isPending)
    return (
      <Center p="xl">
        <Loader aria-label="Loading" />
      </Center>
    );
  // What is being written stays when the template could not be read again.
  if (!query.data)
    return (
      <ProblemAlert
        error={query.error}
        title="This template could not be loaded"
        onRetry={() => void query.refetch()}
      />
    );
  return (
    <TemplateEditor
      key={id}
      template={query.data}
      event="booking.created"
      title={
        <div>
          <Anchor component={Link} to="/templates" size="sm">
            Templates
          </Anchor>
          <Title order={1} size="h2">
            {query.data.name}
          </Title>
        </div>
      }
    />
  );
}
