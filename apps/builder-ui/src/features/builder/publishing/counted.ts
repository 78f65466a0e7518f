/** "1 booking", "5 inquiries". @param subject the kind of record */
export const counted =
  (subject: string) =>
  (count: number): string =>
    `${count} ${count === 1 ? subject : plural(subject)}`;

const plural = (word: string): string => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`);
