/** @jest-environment @happy-dom/jest-environment */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { cleanup, show } from '../kit/screen.fixture.js';
import { SessionDialog } from './session-dialog.js';
import { session, type Person } from './session.js';

const person = (name: string, studio = 'Winter Weddings'): Person => ({
  userId: name,
  name,
  email: `${name.toLowerCase()}@studio.test`,
  studioId: studio,
  studio,
});
const mara = person('Mara');

/** Who is signed in as the server has it, and the only password that it takes. */
let signedIn: Person | undefined;
const PASSWORD = 'right';
const ofBrowser = globalThis.fetch;

function answer(url: string, body: string): Response {
  if (url.endsWith('/sign-in/email')) {
    const { email, password } = JSON.parse(body) as { email: string; password: string };
    if (password !== PASSWORD) return new Response(null, { status: 401 });
    signedIn = person(email.startsWith('mara') ? 'Mara' : 'Jo');
    return new Response(null, { status: 200 });
  }
  if (!signedIn) return new Response(null, { status: 401 });
  const { userId: id, name, email, studioId, studio } = signedIn;
  return Response.json({ user: { id, name, email, language: null }, studio: { id: studioId, name: studio } });
}

beforeEach(() => {
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    return answer(request.url, await request.text());
  };
  session.found(mara);
  signedIn = undefined;
});
afterEach(() => {
  cleanup();
  session.found(mara);
  globalThis.fetch = ofBrowser;
});

const dialog = (name: string) => screen.findByRole('dialog', { name }, { timeout: 5_000 });
const ends = () => act(() => session.ended());

describe('a session that ends under somebody’s hands', () => {
  it('asks for the password over the page, says when it is wrong, and goes when it is right', async () => {
    const { user } = show(<SessionDialog />);
    expect(screen.queryByRole('dialog')).toBeNull();
    ends();
    await dialog('You’ve been signed out');
    expect(screen.getByLabelText<HTMLInputElement>(/Email/).value).toBe('mara@studio.test');
    await user.type(screen.getByLabelText(/Password/), 'wrong{Enter}');
    await screen.findByText('That email or password isn’t right.');
    await user.clear(screen.getByLabelText(/Password/));
    await user.type(screen.getByLabelText(/Password/), `${PASSWORD}{Enter}`);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(session.view()).toEqual({ type: 'in', person: mara });
  });

  it('can be left for later, and is then said above the page', async () => {
    const { user } = show(<SessionDialog />);
    ends();
    await dialog('You’ve been signed out');
    await user.click(screen.getByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('alert').textContent).toContain('Sign in to save them');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await dialog('You’ve been signed out');
  });

  it('names both when somebody else has signed in, and offers to go on as them', async () => {
    show(<SessionDialog />);
    signedIn = person('Jo');
    ends();
    const shown = await dialog('Somebody else is signed in');
    expect(shown.textContent).toContain('jo@studio.test is signed in now');
    expect(shown.textContent).toContain('belong to mara@studio.test');
    expect(screen.getByRole('button', { name: 'Go on as jo@studio.test' })).toBeTruthy();
  });
});
