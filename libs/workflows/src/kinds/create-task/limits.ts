/** Characters at most, as written and as filled in. */
export const taskLimits = { title: 200, notes: 5_000 } as const;
