import { Alert, Button, Group, Stack } from '@mantine/core';
import { differing, partLabels, type Part } from './template-draft.js';
import type { TemplateEditing } from './use-template-draft.js';
import { list } from '../../messages/catalogue.js';
import { m } from './messages.js';

const labelOf = (key: 'name' | Part) => (key === 'name' ? m.name : partLabels[key]);

/** Two people have written in one template: nothing is lost before one of them has decided. */
export function TemplateConflict({ editing }: { readonly editing: TemplateEditing }) {
  const { theirs, draft, takeTheirs, saveOverTheirs, saving } = editing;
  if (!theirs) return null;
  const different = list(differing(draft, theirs).map(labelOf));
  return (
    <Alert color="yellow" title={m.savedByOther}>
      <Stack gap="xs" align="flex-start">
        {`${different ? m.differsIn(different) : m.same} ${m.notSavedYet}`}
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={takeTheirs}>
            {m.takeTheirs}
          </Button>
          <Button size="xs" color="red" variant="light" loading={saving} onClick={saveOverTheirs}>
            {m.saveOver}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
