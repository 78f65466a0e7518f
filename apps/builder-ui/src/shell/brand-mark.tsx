import { Group, Text } from '@mantine/core';

/** A cue: the moment at which something starts. */
export const BrandMark = ({ studio }: { readonly studio?: string }) => (
  <Group gap={10} wrap="nowrap">
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden>
      <rect width="28" height="28" rx="8" fill="var(--mantine-color-indigo-7)" />
      <path d="M7 14h7" stroke="#fff" strokeWidth="2.5" strokeLinecap="round" opacity=".65" />
      <path d="M13 8.5 20.5 14 13 19.5z" fill="#fff" stroke="#fff" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
    <div style={{ minWidth: 0 }}>
      <Text fw={700} lh={1.2}>
        Cueline
      </Text>
      {studio && (
        <Text c="dimmed" size="xs" lh={1.3} truncate>
          {studio}
        </Text>
      )}
    </div>
  </Group>
);
