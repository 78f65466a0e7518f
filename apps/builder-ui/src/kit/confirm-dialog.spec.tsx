/** @jest-environment @happy-dom/jest-environment */
import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { ConfirmDialog } from './confirm-dialog.js';
import { cleanup, refusal, show } from './screen.fixture.js';

afterEach(cleanup);

const dialog = (more: Partial<ComponentProps<typeof ConfirmDialog>> = {}) => (
  <ConfirmDialog
    opened
    title="Archive this workflow?"
    confirm="Archive"
    cancel="Keep it"
    onConfirm={() => {}}
    onClose={() => {}}
    {...more}
  >
    Nothing new starts by it.
  </ConfirmDialog>
);
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('a question before something is done', () => {
  it('is named and says what it means; nothing is there before it is asked', () => {
    const { again } = show(dialog({ opened: false }));
    expect(screen.queryByRole('dialog')).toBeNull();
    again(dialog());
    expect(screen.getByRole('dialog', { name: 'Archive this workflow?' }).textContent).toContain(
      'Nothing new starts by it.',
    );
  });

  it('begins on the way out where what goes does not come back', async () => {
    show(dialog({ isDestructive: true }));
    await waitFor(() => expect(document.activeElement).toBe(button('Keep it')));
  });

  it('is answered by its buttons, and given up by Escape', async () => {
    const said: string[] = [];
    const { user } = show(
      dialog({ onConfirm: () => said.push('confirmed'), onClose: () => said.push('closed') }),
    );
    await user.click(button('Archive'));
    await user.click(button('Keep it'));
    await user.keyboard('{Escape}');
    expect(said).toEqual(['confirmed', 'closed', 'closed']);
  });

  it.each([
    ['it is under way', { isBusy: true }],
    ['it may not be done yet', { isBlocked: true }],
  ])('cannot be confirmed while %s', async (_, more) => {
    const said: string[] = [];
    const { user } = show(dialog({ ...more, onConfirm: () => said.push('confirmed') }));
    await user.click(button('Archive'));
    expect(said).toEqual([]);
    expect(button('Keep it').disabled).toBe(false);
  });

  it('says what went wrong, and can be answered again', async () => {
    const said: string[] = [];
    const { user } = show(
      dialog({ error: refusal({ detail: 'It was archived already.' }), onConfirm: () => said.push('again') }),
    );
    expect(screen.getByRole('alert').textContent).toContain('It was archived already.');
    await user.click(button('Archive'));
    expect(said).toEqual(['again']);
  });
});
