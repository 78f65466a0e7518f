/** @jest-environment @happy-dom/jest-environment */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { cleanup, show } from '../../../kit/screen.fixture.js';
import { threadOf, tomas } from '../thread.fixture.js';
import { ThreadRow } from './thread-row.js';

afterEach(cleanup);

function row(more: Partial<ComponentProps<typeof ThreadRow>> = {}) {
  const on = { onOpen: jest.fn(), onSelect: jest.fn(), onAnswer: jest.fn() };
  const page = show(
    <ul>
      <ThreadRow thread={threadOf()} when="10:02" isCurrent={false} isSelected={false} {...on} {...more} />
    </ul>,
  );
  return { ...page, ...on };
}

describe('a conversation in the list', () => {
  it('opens, and is selected without being opened', async () => {
    const { user, onOpen, onSelect } = row();
    await user.click(screen.getByRole('checkbox', { name: 'Select the conversation with Mara Lindqvist' }));
    expect([onOpen.mock.calls.length, onSelect.mock.calls.length]).toEqual([0, 1]);
    await user.click(screen.getByRole('button', { name: 'Timeline for the big day' }));
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it('says who it may be, and takes a yes in the row', async () => {
    const { user, onOpen, onAnswer } = row({
      thread: threadOf({ question: { about: 'whichPerson', candidates: [tomas] } }),
    });
    await user.click(screen.getByRole('button', { name: 'Tomas Brandt?' }));
    expect(onAnswer).toHaveBeenCalledWith(tomas);
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('says what is unread, what waits for the server and what it refused, not by color alone', () => {
    row({ thread: threadOf({ unread: 2, pending: 1, refused: 2, hasFiles: true }) });
    expect(screen.getByText('Unread')).toBeTruthy();
    expect(screen.getByRole('img', { name: '1 change waits for the mail server' })).toBeTruthy();
    expect(screen.getByRole('img', { name: '2 changes were not made' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'With files' })).toBeTruthy();
  });

  it('says what the studio wrote last, and that there is no subject', () => {
    row({ thread: threadOf({ subject: '', isLastOurs: true, snippet: 'See you at ten' }) });
    expect(screen.getByRole('button', { name: 'No subject' })).toBeTruthy();
    expect(screen.getByText('You: See you at ten')).toBeTruthy();
  });
});
