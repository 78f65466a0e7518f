export const stateWords = {
  draft: 'Draft',
  published: 'Published',
  paused: 'Paused',
  archived: 'Archived',
} as const;
export const stateColors = { draft: 'gray', published: 'green', paused: 'yellow', archived: 'dark' } as const;
