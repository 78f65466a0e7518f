/** @jest-environment @happy-dom/jest-environment */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { cleanup, show } from '../../kit/screen.fixture.js';
import { BrandPage } from './brand-page.js';

const brand = {
  ...{ id: '0193', name: 'Sunday Studio', isDefault: true, color: '#3b5bdb', signature: 'Lena' },
  ...{ logoUrl: null, legalFooter: '', replyTo: 'lena@sunday.test' },
  ...{ zone: 'Europe/Berlin', locale: 'en-GB', currency: 'EUR', createdAt: '2027-01-01T00:00:00.000Z' },
  businessHours: { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidays: [] },
};
let stored: Record<string, unknown>;
let patches: unknown[];
let refusal: Response | undefined;
const ofBrowser = globalThis.fetch;

beforeEach(() => {
  stored = { ...brand };
  patches = [];
  refusal = undefined;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.url.endsWith('/me')) return Response.json({ role: 'owner' });
    if (request.method !== 'PATCH') return Response.json({ items: [stored] });
    const patch = (await request.json()) as object;
    patches.push(patch);
    if (refusal) return refusal;
    stored = { ...stored, ...patch };
    return Response.json(stored);
  };
});
afterEach(() => {
  cleanup();
  globalThis.fetch = ofBrowser;
});

const field = (name: string | RegExp) =>
  screen.findByLabelText<HTMLInputElement>(name, undefined, { timeout: 5_000 });
const preview = () => screen.getByTitle<HTMLIFrameElement>('An email of this brand').srcdoc;

describe('the page of a brand', () => {
  it('shows in an email what is typed, and saves the field when it is left', async () => {
    const { user } = show(<BrandPage />);
    await user.type(await field('Signature'), ' of Sunday');
    expect(preview()).toContain('Lena of Sunday');
    expect(patches).toEqual([]);
    await user.tab();
    await screen.findByText('Saved');
    expect(patches).toEqual([{ signature: 'Lena of Sunday' }]);
  });

  it('saves nothing that is as it was', async () => {
    const { user } = show(<BrandPage />);
    await user.click(await field('Name'));
    await user.tab();
    expect(patches).toEqual([]);
  });

  it('keeps what could not be saved, says why, and saves it at the second try', async () => {
    const { user } = show(<BrandPage />);
    const detail = 'An email address has one @, as in lena@example.com.';
    refusal = Response.json(
      {
        code: 'request.invalid',
        status: 422,
        title: 'Not right',
        errors: [{ pointer: '/replyTo', detail }],
      },
      { status: 422 },
    );
    const replyTo = await field(/Answers go to/);
    await user.clear(replyTo);
    await user.type(replyTo, 'desk@sunday.test');
    await user.tab();
    await screen.findByText(/has one @.*Not saved/);
    expect(replyTo.value).toBe('desk@sunday.test');
    refusal = undefined;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(stored['replyTo']).toBe('desk@sunday.test'));
  });

  it('says that answers reach nobody when no address is left', async () => {
    const { user } = show(<BrandPage />);
    await user.clear(await field(/Answers go to/));
    await user.tab();
    await screen.findByText(/reach nobody/);
    expect(patches).toEqual([{ replyTo: null }]);
  });

  it('says in which shade a color is written that is too light', async () => {
    const { user } = show(<BrandPage />);
    const color = await field('Color');
    await user.clear(color);
    await user.type(color, '#ffe066');
    await screen.findByText(/Too light to read as text/);
    await user.tab();
    await waitFor(() => expect(patches).toEqual([{ color: '#ffe066' }]));
  });
});
