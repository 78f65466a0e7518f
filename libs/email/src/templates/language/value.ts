/** What a template can hold: plain data. */
export type Value =
  string | number | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value };
