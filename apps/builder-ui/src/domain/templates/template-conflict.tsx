import { Alert, Button, Group, Stack } from '@mantine/core';
import { differing, partLabels, type Part } from './template-draft.js';
import type { TemplateEditing } from './use-template-draft.js';

const labelOf = (key: 'name' | Part) => (key === 'name' ? 'Name' : partLabels[key]);

/** Two people have written in one template: nothing is lost before one of them has decided. */
export function TemplateConflict({ editing }: { readonly editing: TemplateEditing }) {
  const { theirs, draft, takeTheirs, saveOverTheirs, saving } = editing;
  if (!theirs) return null;
  const different = differing(draft, theirs).map(labelOf).join(', ');
  return (
    <Alert color="yellow" title="Somebody else has saved this template meanwhile">
      <Stack gap="xs" align="flex-start">
        {different ? `Yours differs in: ${different}.` : 'They have written the same as you.'} Nothing of
        yours is saved yet.
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={takeTheirs}>
            Take theirs, drop mine
          </Button>
          <Button size="xs" color="red" variant="light" loading={saving} onClick={saveOverTheirs}>
            Save mine over theirs
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
