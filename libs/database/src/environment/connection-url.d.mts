/** What is wrong with the URL of a server, without its password; undefined when it can be used. */
export function connectionUrlProblem(
  value: string,
  schemes: readonly string[],
  example: string,
): string | undefined;
