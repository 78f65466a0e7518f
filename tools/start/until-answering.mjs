import { Sentence } from '../provision/sentence.mjs';

/** Waits until the address answers 200. `child` is the process that should answer, with the path of its log where it has one. */
export async function untilAnswering(name, url, child, timeoutMs = 60_000) {
  const deadline = Date.now() + timeoutMs;
  const log = child.log ? `Its log is ${child.log}.` : undefined;
  for (;;) {
    if (child.exitCode !== null) throw new Sentence(`${name} has stopped while starting.`, log);
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => ({ ok: false }));
    if (answer.ok) return;
    if (Date.now() > deadline) throw new Sentence(`${name} does not answer at ${url}.`, log);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
