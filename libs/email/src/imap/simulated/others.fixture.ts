import { oneOf, type Random } from '../../random.fixture.js';
import { mailOf } from './mails.fixture.js';
import type { SimulatedMailbox } from './simulated-mailbox.fixture.js';

const FLAGS = ['\\Seen', '\\Flagged', '\\Answered', '$Forwarded'];

/** What one of the other clients does next. They leave ours alone, and the folder where it lies. */
export function operate(
  mailbox: SimulatedMailbox,
  random: Random,
  n: number,
  now: number,
  isOurs: (bytes: Buffer) => boolean = () => false,
) {
  const paths = [...mailbox.folders.keys()];
  const path = oneOf(random, paths);
  const mails = mailbox.folder(path).mails.filter(({ bytes }) => !isOurs(bytes));
  const isGoing = path !== 'INBOX' && mails.length === mailbox.folder(path).mails.length;
  const mail = mails.length > 0 ? oneOf(random, mails) : undefined;
  const dice = random();
  if (dice < 0.3 || !mail) {
    mailbox.append(path, mailOf(n), now, random() < 0.3 ? ['\\Seen'] : []);
  } else if (dice < 0.6) mailbox.setFlag(path, mail.uid, oneOf(random, FLAGS), random() < 0.6);
  else if (dice < 0.75) {
    mailbox.copy(path, mail.uid, oneOf(random, paths));
    mailbox.expunge(path, mail.uid);
  } else if (dice < 0.82) mailbox.copy(path, mail.uid, oneOf(random, paths));
  else if (dice < 0.94) mailbox.expunge(path, mail.uid);
  else if (dice < 0.96) mailbox.create(`Made/${n}`);
  else if (dice < 0.97 && path !== 'INBOX') mailbox.rename(path, `Renamed/${n}`);
  else if (dice < 0.98 && isGoing) mailbox.folders.delete(path);
  else if (dice < 0.985 && isGoing) {
    mailbox.folders.delete(path);
    mailbox.create(path);
  } else if (dice < 0.99) mailbox.reset(path);
}
