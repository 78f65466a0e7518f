/** @jest-environment @happy-dom/jest-environment */
import { afterEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { cleanup, show } from './screen.fixture.js';
import { StatusDot } from './status-dot.js';

afterEach(cleanup);

it('a state has a word, and a mark that is not read out', () => {
  show(<StatusDot tone="broken" label="Failed" />);
  const state = screen.getByText('Failed');
  expect(state.dataset['tone']).toBe('broken');
  expect(state.querySelectorAll('[aria-hidden]')).toHaveLength(1);
  expect(screen.queryByRole('status')).toBeNull();
});

it('what is done is marked by a check, so that its color is not needed', () => {
  show(<StatusDot tone="done" label="Sent" />);
  expect(screen.getByText('Sent').querySelector('svg')).not.toBeNull();
});

it('one that changes under the reader is announced', () => {
  const { again } = show(<StatusDot tone="waiting" label="Saving" isLive />);
  again(<StatusDot tone="done" label="Saved" isLive />);
  expect(screen.getByRole('status').textContent).toBe('Saved');
});
