import { blankDefinition, type Definition } from '@cueline/workflows';
import type { ApiClient } from './api-client.js';

/** What an owner does over the API, each call of which must succeed. */
export function automationOf(owner: ApiClient) {
  async function said<Body extends object = { id: string }>(
    method: string,
    path: string,
    body: object = {},
    revision?: number,
  ): Promise<Body> {
    const headers: Record<string, string> = revision ? { 'if-match': `"${revision}"` } : {};
    const answer = await owner.send<Body>(
      method,
      `/api/v1/${path}`,
      method === 'GET' ? undefined : body,
      headers,
    );
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  /** @returns the new record's id */
  const made = async (path: string, body: object): Promise<string> => (await said('POST', path, body)).id;

  /** @returns the id of a published workflow of these steps, started by this event whenever it happens, and `when` holds */
  async function published(
    name: string,
    event: string,
    steps: readonly object[],
    more: Partial<Definition> = {},
    when?: object,
  ): Promise<string> {
    const id = await made('workflows', { name });
    const trigger = { type: 'event', event, reentry: 'every-time', ...(when && { when }) };
    await said(
      'PUT',
      `workflows/${id}/draft`,
      { definition: { ...blankDefinition(), ...more, trigger, steps } },
      1,
    );
    await said('POST', `workflows/${id}/publish`, {}, 2);
    return id;
  }
  return { said, made, published };
}

export type Automation = ReturnType<typeof automationOf>;
