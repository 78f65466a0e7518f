import { mailOf, sha256 } from '../simulated/mails.fixture.js';
import { SimulatedMailbox } from '../simulated/simulated-mailbox.fixture.js';
import { CONNECTED_AT, MINUTE, Story } from '../simulated/story.fixture.js';
import { advance } from './advance.js';
import { isOfStore } from './ask.js';
import { initialState } from './state.js';

describe('when the server is in the way', () => {
  test('a refused sign-in is tried once more after five minutes, and then a person is needed', async () => {
    const story = new Story();
    const reply = 'Invalid credentials';
    story.fault = (ask, answer) =>
      ask.ask === 'connect' ? { saw: 'refused', refusal: 'signIn', reply } : answer;
    await story.run(60);
    expect(story.phases.filter(({ is }) => is !== 'connecting')).toEqual([
      { is: 'waiting', until: CONNECTED_AT + 5 * MINUTE + 20, cause: 'signIn', reply },
      { is: 'needsYou', until: null, cause: 'signIn', reply },
    ]);
    expect(story.server.requests).toHaveLength(2);
  });

  test('a server that is away is tried again with longer and longer rests, at most a quarter of an hour', async () => {
    const story = new Story();
    const times: number[] = [];
    story.fault = (ask, answer) => {
      if (ask.ask !== 'connect') return answer;
      times.push(story.now);
      return { saw: 'lost', why: 'ECONNREFUSED', chance: 0.999 };
    };
    await story.run(120);
    const rests = times.slice(1).map((at, i) => Math.round((at - times[i]!) / 1_000));
    expect(rests.slice(0, 6)).toEqual([0, 4, 8, 16, 32, 64]);
    expect(Math.max(...rests)).toBe(899);
  });

  test('a folder that may not be opened keeps no other from being read', async () => {
    const story = new Story();
    story.mailbox.append('INBOX', mailOf(1), CONNECTED_AT);
    story.mailbox.append('Work', mailOf(2), CONNECTED_AT);
    story.fault = (ask, answer) =>
      ask.ask === 'open' && ask.path === 'Work'
        ? { saw: 'refused', refusal: 'folder', reply: '[NOPERM] Permission denied' }
        : answer;
    await story.run(10);
    expect(story.local()['INBOX']).toHaveLength(1);
    expect(story.phases.some(({ is }) => is === 'waiting')).toBe(false);
  });

  test('a folder on which the connection breaks each time is left alone after three times', async () => {
    const story = new Story();
    story.fault = (ask, answer) =>
      ask.ask === 'open' && ask.path === 'Sent' ? { saw: 'lost', why: 'ECONNRESET', chance: 0 } : answer;
    story.mailbox.append('Work', mailOf(2), CONNECTED_AT);
    await story.run(10);
    expect(story.local()['Work']).toEqual(story.remote()['Work']);
    const opens = story.server.requests.filter((ask) => ask.ask === 'open' && ask.path === 'Sent');
    expect(opens).toHaveLength(3);
  });
});

describe('a worker that ends', () => {
  test('at any write: nothing is lost, nothing is there twice, nothing is news twice', async () => {
    const begun = async (dieAt: number) => {
      const mailbox = new SimulatedMailbox('Sent', 'Work');
      for (let n = 1; n <= 20; n++) mailbox.append('INBOX', mailOf(n), CONNECTED_AT - MINUTE * 60);
      const story = new Story(mailbox);
      const commit = story.store.commit.bind(story.store);
      let writes = 0;
      // Half of them die before, half after what they wanted to store is stored.
      story.store.commit = async (write) => {
        if (++writes !== dieAt) return commit(write);
        if (dieAt % 2 === 0) await commit(write);
        throw new Error('killed');
      };
      const run = (minutes: number) => story.run(minutes).catch(() => story.run(minutes));
      await run(3);
      mailbox.append('INBOX', mailOf(50), story.now);
      mailbox.copy('INBOX', 2, 'Work');
      mailbox.expunge('INBOX', 2);
      mailbox.setFlag('INBOX', 3, '\\Flagged', true);
      await run(5);
      expect(story.local()).toEqual(story.remote());
      expect(story.store.news).toEqual([sha256(mailOf(50))]);
      return writes;
    };
    let at = 1;
    while ((await begun(at)) >= at) at++;
    expect(at).toBeGreaterThan(15);
  });

  test('whose mailbox another has taken stores nothing more', async () => {
    const story = new Story();
    await story.run(3);
    const before = story.store.writes.length;
    story.store.hasLease = false;
    story.mailbox.append('INBOX', mailOf(1), story.now);
    await story.run(10);
    expect(story.store.writes).toHaveLength(before);
    expect(story.phases.at(-1)).toEqual({ is: 'released' });
  });

  test('its state survives JSON at every turn', async () => {
    const story = new Story();
    for (let n = 1; n <= 5; n++) story.mailbox.append('INBOX', mailOf(n), CONNECTED_AT);
    let [turn, turns] = [advance(initialState, { saw: 'tick' }, story.now), 0];
    while (turns++ < 60) {
      expect(JSON.parse(JSON.stringify(turn.state))).toEqual(turn.state);
      const { ask, write } = turn;
      const seen = write
        ? await story.store.commit(write)
        : isOfStore(ask!)
          ? await story.store.answer(ask)
          : await story.server.answer(ask!);
      turn = advance(JSON.parse(JSON.stringify(turn.state)) as typeof turn.state, seen, story.now);
    }
    expect(story.local()).toEqual(story.remote());
  });
});
