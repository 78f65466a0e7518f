/** One line per thing an operator has to know; never a body, an address or a credential. */
export const log = {
  info: (message: string) => console.log(`${new Date().toISOString()} ${message}`),
  warn: (message: string, error?: unknown) =>
    console.warn(`${new Date().toISOString()} ${message}${error ? `: ${messageOf(error)}` : ''}`),
};

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
