const CHECK_EVERY_MS = 100;

/** Looks until a condition holds. @throws Error naming the condition when it does not within `timeoutMs` */
export async function until(what: string, holds: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    // A part that is being started or was killed answers with an error: that is a "not yet".
    const outcome = await holds().catch((error: unknown) => error);
    if (outcome === true) return;
    if (Date.now() > deadline)
      throw new Error(
        `Not within ${timeoutMs} ms: ${what}${outcome instanceof Error ? ` (${outcome.message})` : ''}`,
      );
    await new Promise((resolve) => setTimeout(resolve, CHECK_EVERY_MS));
  }
}
