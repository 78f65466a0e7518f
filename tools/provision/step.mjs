const STILL_MS = 10_000;

export const secondsSince = (moment) => `${((Date.now() - moment) / 1000).toFixed(1)} s`;

/** Tells that a step begins, every ten seconds that it still goes on, and how long it took. */
export async function step(what, work) {
  const since = Date.now();
  console.log(`  ${what} …`);
  const still = setInterval(
    () => console.log(`    ${what} is still at it, ${secondsSince(since)}`),
    STILL_MS,
  );
  try {
    return await work();
  } finally {
    clearInterval(still);
    console.log(`  ${what}: ${secondsSince(since)}`);
  }
}
