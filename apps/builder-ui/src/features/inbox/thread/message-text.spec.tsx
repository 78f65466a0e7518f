/** @jest-environment @happy-dom/jest-environment */
import { afterEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { cleanup, show } from '../../../kit/screen.fixture.js';
import { messageOf } from '../thread.fixture.js';
import { MessageText } from './message-text.js';

afterEach(cleanup);
const shown = () => document.body.textContent;

describe('what an email says', () => {
  it('is its new part, and what it quotes after a button', async () => {
    const { user } = show(<MessageText message={messageOf()} />);
    expect(shown()).toContain('Could we start at 13:30?');
    expect(shown()).not.toContain('Here is the plan');
    await user.click(screen.getByRole('button', { name: 'Show the whole email' }));
    expect(shown()).toContain('Here is the plan');
    await user.click(screen.getByRole('button', { name: 'Show the new part only' }));
    expect(shown()).not.toContain('Here is the plan');
  });

  it('is all of it where nothing is sure to be quoted', () => {
    const text = '> 12 or 19?\n19!';
    show(<MessageText message={messageOf({ text, replyText: text })} />);
    expect(shown()).toContain('19!');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is never empty where its new part is', () => {
    show(<MessageText message={messageOf({ text: '> Here is the plan', replyText: '' })} />);
    expect(shown()).toContain('Here is the plan');
  });

  it('stands in a frame where it has a form of its own, and says that images wait', () => {
    const said = { text: 'Hello', replyText: 'Hello', html: '<p>Hello</p>', hasRemoteImages: true };
    show(<MessageText message={messageOf(said)} />);
    const frame = screen.getByTitle('The email');
    expect([frame.tagName, frame.getAttribute('sandbox')]).toEqual(['IFRAME', '']);
    expect(shown()).toContain('Its images lie on other servers');
  });
});
