const ignore = () => undefined;

/**
 * What a server said when it refused. The library answers `false` to a command that was refused, and tells why to its logger alone; so each connection has
 * one, and it writes nothing.
 */
export class ServerText {
  #error: Error | null = null;

  readonly logger = {
    ...{ trace: ignore, debug: ignore, info: ignore, error: ignore, fatal: ignore },
    warn: (entry: unknown) => {
      if (typeof entry === 'object' && entry !== null && 'err' in entry && entry.err instanceof Error)
        this.#error = entry.err;
    },
  };

  /** @throws why it was refused */
  async of<T>(answer: Promise<T | false | undefined>): Promise<T> {
    this.#error = null;
    const result = await answer;
    if (result === false || result === undefined)
      throw this.#error ?? Object.assign(new Error('The server refused.'), { responseStatus: 'NO' });
    return result;
  }
}
