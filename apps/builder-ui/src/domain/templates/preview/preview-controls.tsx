import { Group, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { list } from '../../../messages/catalogue.js';
import { ProblemAlert } from '../../../kit/problem-alert.js';
import { ClientSelect } from '../../client-select.js';
import { recordLabel } from '../../labels/labels.js';
import type { Device } from './mail-view.js';
import type { Preview } from './use-preview.js';
import { m } from './messages.js';

/** `fields`: chips by their names; `asSent`: chips as the client reads them; `email`: the email as it arrives. */
export type Showing = 'fields' | 'asSent' | 'email';

export interface PreviewChoice {
  readonly clientId: string | null;
  readonly showing: Showing;
  readonly device: Device;
  readonly isDark: boolean;
}

interface Props {
  readonly choice: PreviewChoice;
  readonly showings: readonly Showing[];
  readonly preview: Preview | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onChange: (choice: Partial<PreviewChoice>) => void;
}

/** Whose eyes the email is seen with. */
export function PreviewControls({ choice, showings, preview, error, onRetry, onChange }: Props) {
  const { clientId, showing, device, isDark } = choice;
  return (
    <Stack gap="sm">
      <ClientSelect
        label={m.as}
        placeholder={m.sampleValues}
        clearable
        value={clientId}
        onChange={(next) =>
          onChange({
            clientId: next,
            ...(next && showings.includes('asSent') && showing === 'fields' && { showing: 'asSent' }),
          })
        }
      />
      {showings.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label={m.show}
          value={showing}
          onChange={(next) => onChange({ showing: next })}
          data={showings.map((value) => ({ value, label: m[value] }))}
        />
      )}
      {showing === 'email' && (
        <Group gap="sm" wrap="nowrap">
          <SegmentedControl
            aria-label={m.width}
            value={device}
            onChange={(next) => onChange({ device: next })}
            data={[
              { value: 'desktop', label: m.desktop },
              { value: 'phone', label: m.phone },
            ]}
          />
          <Switch
            label={m.dark}
            checked={isDark}
            onChange={(event) => onChange({ isDark: event.currentTarget.checked })}
          />
        </Group>
      )}
      {clientId && preview && preview.samples.length > 0 && (
        <Text size="xs" c="dimmed">
          {m.samples(list(preview.samples.map(recordLabel)))}
        </Text>
      )}
      {error && <ProblemAlert error={error} title={m.outdated} onRetry={onRetry} />}
    </Stack>
  );
}
