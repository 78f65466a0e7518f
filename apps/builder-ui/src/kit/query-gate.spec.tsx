/** @jest-environment @happy-dom/jest-environment */
import { afterEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { QueryGate } from './query-gate.js';
import { cleanup, refusal, show } from './screen.fixture.js';

afterEach(cleanup);

const gate = (query: { data?: string; error?: Error | null; isPending?: boolean }, refetch = () => {}) => (
  <QueryGate<string>
    query={{
      data: undefined,
      error: null,
      isPending: false,
      ...query,
      refetch: () => {
        refetch();
        return new Promise(() => {});
      },
    }}
    failed="This run could not be loaded"
    missing="This run does not exist"
  >
    {(run) => <p>Run of {run}</p>}
  </QueryGate>
);

describe('what is loaded on its own', () => {
  it('is announced while it is on its way', () => {
    show(gate({ isPending: true }));
    expect(screen.getByRole('status')).toBeTruthy();
    expect(screen.queryByText(/Run of/)).toBeNull();
  });

  it('is shown once it is there, and stays when it cannot be read again', () => {
    const { again } = show(gate({ data: 'Mara' }));
    expect(screen.getByText('Run of Mara')).toBeTruthy();
    again(gate({ data: 'Mara', error: new Error('away') }));
    expect(screen.getByText('Run of Mara')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is said to be missing where the server knows of none, with nothing to try again', () => {
    show(gate({ error: refusal({ status: 404, code: 'resource.notFound' }) }));
    expect(screen.getByText('This run does not exist')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('that could not be read says why, and reads again on demand', async () => {
    const requested: string[] = [];
    const { user } = show(
      gate({ error: refusal({ status: 403, detail: 'This is for owners.' }) }, () => requested.push('again')),
    );
    expect(screen.getByRole('alert').textContent).toContain('This run could not be loaded');
    expect(screen.getByText('This is for owners.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(requested).toEqual(['again']);
  });
});
