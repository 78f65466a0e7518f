/** A variable that `npm test` (or `node tools/dev/servers.mjs`) sets for the suites. */
export function required(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(
      `${name} is not set: run the suite by \`npm test\`, or export what \`node tools/dev/servers.mjs\` prints.`,
    );
  return value;
}
