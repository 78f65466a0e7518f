import { expect } from '@jest/globals';
import type { BrowserContext } from 'playwright-core';
import type { Stack } from '@cueline/testkit/stack';

interface Draft {
  readonly revision: number;
  readonly publishedVersion: number | null;
  readonly definition: { readonly steps: { readonly id: string; readonly name?: string }[] };
}

export const rename = (stepId: string, name: string) => ({ type: 'updateStep', stepId, set: { name } });

/** Workflows as the server has them, whoever is signed in on the page. @param owner in another browser */
export function draftsOnServer(stack: Pick<Stack, 'urls'>, owner: BrowserContext) {
  const address = (id: string) => `${stack.urls.api}/api/v1/workflows/${id}`;
  const onServer = async (id: string): Promise<Draft> =>
    (await (await owner.request.get(address(id))).json()) as Draft;
  return {
    onServer,
    nameOf: async (id: string) => (await onServer(id)).definition.steps[0]?.name,
    elsewhere: async (id: string, ...operations: object[]): Promise<void> => {
      const { revision } = await onServer(id);
      const answer = await owner.request.post(`${address(id)}/operations`, {
        headers: { origin: stack.urls.api, 'if-match': `"${revision}"` },
        data: { operations },
      });
      expect(answer.status()).toBe(200);
    },
  };
}
