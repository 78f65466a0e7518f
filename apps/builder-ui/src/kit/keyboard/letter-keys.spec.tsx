/** @jest-environment @happy-dom/jest-environment */
import { afterEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { cleanup, show } from '../screen.fixture.js';
import { useLetterKeys } from './letter-keys.js';

afterEach(cleanup);

function Page({ pressed, inDialog = false }: { readonly pressed: string[]; readonly inDialog?: boolean }) {
  useLetterKeys({
    j: () => pressed.push('next'),
    Enter: () => pressed.push('open'),
    '#': () => pressed.push('delete'),
  });
  return (
    <>
      <input aria-label="Search" />
      <button type="button">Write</button>
      {inDialog && <div role="dialog" />}
    </>
  );
}

const press = (key: string, more: object = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, bubbles: true, ...more });

describe('keys of one letter', () => {
  it('do their thing, also where another script types with them', () => {
    const pressed: string[] = [];
    show(<Page pressed={pressed} />);
    press('j');
    press('#');
    press('о', { code: 'KeyJ' });
    expect(pressed).toEqual(['next', 'delete', 'next']);
  });

  it('do nothing in a field, with a modifier, while composing or under a dialog', () => {
    const pressed: string[] = [];
    const { again } = show(<Page pressed={pressed} />);
    press('j', {}, screen.getByLabelText('Search'));
    press('j', { ctrlKey: true });
    press('j', { isComposing: true });
    again(<Page pressed={pressed} inDialog />);
    press('j');
    expect(pressed).toEqual([]);
  });

  it('leave Enter to the button that has the focus', () => {
    const pressed: string[] = [];
    show(<Page pressed={pressed} />);
    press('Enter', {}, screen.getByRole('button'));
    expect(pressed).toEqual([]);
    press('Enter');
    expect(pressed).toEqual(['open']);
  });
});
