/** Whether a row is another one after a change, when it was written apart. */
export const isChanged = (before: object, after: object): boolean => {
  const was = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).some(
    ([key, value]) => key !== 'updatedAt' && String(was.get(key)) !== String(value),
  );
};
