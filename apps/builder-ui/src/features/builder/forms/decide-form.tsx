import { ActionIcon, Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import IconArrowDown from '~icons/tabler/arrow-down';
import IconArrowUp from '~icons/tabler/arrow-up';
import IconTrash from '~icons/tabler/trash';
import { OTHERWISE, type DecideStep, type Path } from '@cueline/workflows';
import { ConditionEditor } from '../conditions/condition-editor.js';
import type { FormProps } from './form-props.js';
import { pathLabel } from '../../../domain/labels/places.js';
import { m } from './messages.js';

/** The paths in the order in which they are looked at. */
export function DecideForm({ step, at, event, edit }: FormProps<DecideStep>) {
  const stepId = step.id;
  const add = () => {
    const path = { id: freshPathId(step), name: m.newPath, when: { all: [] }, steps: [] };
    edit({ type: 'addPath', stepId, index: step.paths.length - 1, path });
  };
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {m.decideAbout}
      </Text>
      {step.paths.map((path, i) => (
        <Card key={path.id} withBorder padding="sm" component="fieldset" m={0}>
          <Stack gap="xs">
            <Group wrap="nowrap" align="flex-end" gap={4}>
              <TextInput
                style={{ flex: 1 }}
                label={path.id === OTHERWISE ? m.otherwise : m.path}
                maxLength={120}
                value={path.name ?? ''}
                onChange={(e) =>
                  edit(
                    { type: 'updatePath', stepId, pathId: path.id, name: e.currentTarget.value || null },
                    true,
                  )
                }
              />
              {path.id !== OTHERWISE && <PathButtons step={step} path={path} edit={edit} />}
            </Group>
            {path.id === OTHERWISE ? (
              <Text size="sm" c="dimmed">
                {m.otherwiseAbout}
              </Text>
            ) : (
              <ConditionEditor
                at={`${at}/paths/${i}/when`}
                event={event}
                value={path.when ?? { all: [] }}
                onChange={(when, typing) =>
                  edit({ type: 'updatePath', stepId, pathId: path.id, when }, typing)
                }
              />
            )}
          </Stack>
        </Card>
      ))}
      <Button variant="light" size="xs" onClick={add}>
        {m.addPath}
      </Button>
    </Stack>
  );
}

type ButtonsProps = Pick<FormProps<DecideStep>, 'step' | 'edit'> & { readonly path: Path };

function PathButtons({ step, path, edit }: ButtonsProps) {
  const at = { stepId: step.id, pathId: path.id };
  const index = step.paths.indexOf(path);
  // The last one is "otherwise", which stays last.
  const last = step.paths.length - 2;
  const icon = { variant: 'subtle', color: 'gray', size: 'lg' } as const;
  return (
    <>
      <ActionIcon
        {...icon}
        aria-label={m.earlier(pathLabel(path))}
        disabled={index === 0}
        onClick={() => edit({ type: 'movePath', ...at, index: index - 1 })}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        {...icon}
        aria-label={m.later(pathLabel(path))}
        disabled={index === last}
        onClick={() => edit({ type: 'movePath', ...at, index: index + 1 })}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon
        {...icon}
        aria-label={m.removePath(pathLabel(path))}
        disabled={last === 0}
        onClick={() => edit({ type: 'removePath', ...at })}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </>
  );
}

function freshPathId({ paths }: DecideStep): string {
  for (let n = paths.length; ; n++) if (!paths.some(({ id }) => id === `path-${n}`)) return `path-${n}`;
}
