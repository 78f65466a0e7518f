import type { TestApi, TestTenant } from '@cueline/testkit/test-api';

/** Each table of a studio with what it holds, as a word that changes when anything of it does. */
export async function studioState(api: TestApi, { id }: TestTenant): Promise<Record<string, string>> {
  const tables = await api.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE column_name = 'studio_id' AND table_schema = 'public' ORDER BY 1`,
  );
  const state: Record<string, string> = {};
  for (const { name } of tables) {
    // That a key was used is no change of what the studio holds.
    const rows = `SELECT (to_jsonb(x) - 'last_used_at')::text AS row FROM ${name} x WHERE studio_id = $1`;
    const [found] = await api.rows<{ print: string }>(
      `SELECT count(*) || ' ' || COALESCE(md5(string_agg(row, '' ORDER BY row)), '') AS print FROM (${rows}) y`,
      id,
    );
    state[name] = found!.print;
  }
  return state;
}
