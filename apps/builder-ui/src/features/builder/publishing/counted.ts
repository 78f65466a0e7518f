/** "1 booking", "5 inquiries", "1,000 invoices". @param subject the kind of record */
export const counted =
  (subject: string) =>
  (count: number): string =>
    `${grouped(count)} ${count === 1 ? subject : plural(subject)}`;

/** "bookings", "inquiries" */
export const plural = (word: string): string => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`);

export const grouped = (count: number): string => count.toLocaleString('en');
