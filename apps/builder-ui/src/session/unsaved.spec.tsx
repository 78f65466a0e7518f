/** @jest-environment @happy-dom/jest-environment */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, show } from '../kit/screen.fixture.js';
import { unsaved, useUnsaved, warnBeforeUnload } from './unsaved.js';

let stop: () => void;
beforeEach(() => {
  stop = warnBeforeUnload();
});
afterEach(() => {
  cleanup();
  stop();
});

function Form({ isDirty }: { readonly isDirty: boolean }) {
  useUnsaved(isDirty);
  return null;
}
/** Whether the browser would ask before the page is closed. */
const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('a page with a form', () => {
  it('asks before it is closed while something is not saved', () => {
    const { again } = show(<Form isDirty={false} />);
    expect(asks()).toBe(false);
    again(<Form isDirty />);
    expect(asks()).toBe(true);
    again(<Form isDirty={false} />);
    expect(asks()).toBe(false);
  });

  it('asks no more once the form is gone', () => {
    const { again } = show(<Form isDirty />);
    again(<p>Saved</p>);
    expect(asks()).toBe(false);
  });

  it('knows what outlives it', () => {
    const forget = unsaved.add(
      () => true,
      () => true,
    );
    expect([unsaved.any(), unsaved.anyNotKept()]).toEqual([true, false]);
    show(<Form isDirty />);
    expect(unsaved.anyNotKept()).toBe(true);
    forget();
  });
});
