const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const momentWords = (instant: string | null | undefined): string =>
  instant ? format.format(new Date(instant)) : '—';
