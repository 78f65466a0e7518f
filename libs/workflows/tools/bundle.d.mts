/** The code of the run workflow's bundle, made from the sources. */
export function bundleRuns(): Promise<string>;
