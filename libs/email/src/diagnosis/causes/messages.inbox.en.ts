import { step, type CardFacts, type CardText } from './card-facts.js';
import type { DiagnosisCause, InboxCause } from './cause.js';

type Say = (facts: CardFacts) => CardText;
type Other = Readonly<Partial<Record<DiagnosisCause, Say>> & Record<InboxCause, Say>>;
const card = (title: string, why: string, ...steps: CardText['steps']): CardText => ({ title, why, steps });

/** What is otherwise for a mailbox than for an account that sends. */
export const inboxEnglish = {
  noAnswer: ({ host, port }) =>
    card(
      `Nothing answers at ${host} on port ${port}`,
      'The server exists but takes no connection there. Port 993 and port 143, the usual ones of an inbox, were tried as well.',
      step('Check the server name and port with your provider.'),
      step('If both are right, the server may be down or may block connections from here.'),
    ),
  noAnswerOtherPort: ({ host, port, proposal }) =>
    card(
      `Port ${port} does not answer, port ${proposal.port} does`,
      `${host} lets you read email on port ${proposal.port}.`,
      step(`Use port ${proposal.port}. The encryption is set to fit.`),
    ),
  notMailServer: ({ host, port }) =>
    card(
      `What answers on port ${port} is not an inbox`,
      `${host} said something that is not IMAP. Often this is the port for sending, or that of a website.`,
      step('Use port 993, or the one that your provider names for incoming email (IMAP).'),
    ),
  noEncryption: ({ host, port }) =>
    card(
      'The server offers no encryption here',
      `${host} would take your password on port ${port} without encryption, and anyone on the way could read it. Nothing was sent.`,
      step('Use port 993 with TLS.'),
      step('If it does not work, ask your provider for an encrypted way to read email.'),
    ),
  encryptionFailed: ({ host }) =>
    card(
      'No secure connection came about',
      `${host} and Cueline found no encryption that both consider safe. TLS 1.2 is the least.`,
      step('Use port 993 with TLS. If it fails, the server is too old: ask your provider for a newer one.'),
    ),
  altered: () =>
    card(
      'Something altered the connection',
      'Unencrypted text was slipped in at the moment the encryption began. The test stopped at once, and your password was not sent.',
      step('Test from another network, or tell your provider about it.'),
      step('Use port 993, where encryption starts with the first byte.'),
    ),
  noSignIn: ({ port }) =>
    card(
      'The server takes no sign-in here',
      `On port ${port} it offers no way to sign in that Cueline knows.`,
      step('Use port 993 with TLS.'),
    ),
  switchedOff: ({ who, switchOnPage }) =>
    card(
      `IMAP is switched off at ${who}`,
      'Other programs may not read this mailbox yet. It is one setting at the provider, and your password is not the reason.',
      switchOnPage
        ? step('Open {link} and switch on IMAP.', switchOnPage, `${who}: how to`)
        : step('Sign in on your provider’s website, and switch on IMAP in the settings of the mailbox.'),
      step('Test again. It can take a few minutes to take effect.'),
    ),
  signInOff: ({ who, canConnect }) =>
    card(
      `${who} no longer takes passwords from apps`,
      'Sign-in by password is switched off for this mailbox or its whole organization. Signing in at the provider itself still works.',
      canConnect
        ? step('Connect the mailbox by signing in at the provider instead.')
        : step('Ask your administrator to allow IMAP for this mailbox.'),
    ),
  signInExpired: ({ who }) =>
    card(
      `Your sign-in at ${who} has expired`,
      'The permission to read was withdrawn or has run out. What was read stays, and the rest is caught up with after you sign in again.',
      step(`Sign in at ${who} again.`),
    ),
  serverRefuses: ({ who }) =>
    card(
      `${who} takes no connection from here`,
      'The server answered and turned the connection away before any sign-in.',
      step('Check that this is the server for incoming email (IMAP).'),
      step('If it is, ask the provider to let connections from here in.'),
    ),
  notConnected: ({ who }) =>
    card(
      `${who} lets you sign in, but not to the mailbox`,
      'The password was right, and the server still did not open the mailbox. It is busy, or IMAP is not allowed for this mailbox.',
      step('Wait a few minutes and test again.'),
      step('If it stays like this, ask your administrator whether IMAP is allowed for this mailbox.'),
    ),
  noInbox: ({ who, address }) =>
    card(
      `${who} does not open the inbox`,
      `Signing in works, but the server refuses to show the folders of ${address}.`,
      step('Sign in on your provider’s website and look whether the inbox opens there.'),
      step('If it does, show the server’s message to your provider.'),
    ),
} satisfies Other;
