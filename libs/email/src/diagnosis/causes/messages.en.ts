import type { DiagnosisCause, InboxCause } from './cause.js';
import { step, type CardFacts, type CardText } from './card-facts.js';

type Say = (facts: CardFacts) => CardText;
const card = (title: string, why: string, ...steps: CardText['steps']): CardText => ({ title, why, steps });
const encryption = (security: string | undefined) => (security === 'tls' ? 'TLS from the start' : 'STARTTLS');

export const english: Readonly<Record<Exclude<DiagnosisCause, InboxCause>, Say>> = {
  hostUnknown: ({ host, proposal }) =>
    card(
      `There is no server named ${host}`,
      `The name is not in the internet’s directory, so nothing could be reached.${proposal.host ? ` ${proposal.host} exists and is spelled almost the same.` : ''}`,
      step('Compare the server name with the one on your provider’s help page.'),
      step(
        proposal.host ? `Use ${proposal.host} if that is the one you meant.` : 'Correct it and test again.',
      ),
    ),
  nameServers: ({ host }) =>
    card(
      'The internet’s directory did not answer',
      `${host} could not be looked up at this moment. That says nothing about your settings.`,
      step('Test again in a minute. Nothing has to be changed.'),
    ),
  hostRefused: ({ host }) =>
    card(
      `${host} is not on the public internet`,
      'Cueline connects to public mail servers only. This name leads into a private network.',
      step('Use the public name of the mail server.'),
      step('If the server is meant to be private, whoever operates this Cueline can allow it.'),
    ),
  noAnswer: ({ host, port }) =>
    card(
      `Nothing answers at ${host} on port ${port}`,
      'The server exists but takes no connection there. Port 465 and port 587, the usual ones, were tried as well.',
      step('Check the server name and port with your provider.'),
      step('If both are right, the server may be down or may block connections from here.'),
    ),
  noAnswerOtherPort: ({ host, port, proposal }) =>
    card(
      `Port ${port} does not answer, port ${proposal.port} does`,
      `${host} takes email on port ${proposal.port} with ${encryption(proposal.security)}. Many providers and networks block the other one.`,
      step(`Use port ${proposal.port}. The encryption is set to fit.`),
    ),
  otherEncryption: ({ port, proposal }) =>
    card(
      'The encryption does not fit the port',
      `Port ${port} of this server speaks ${encryption(proposal.security)}. The connection was tried the other way, so the two did not understand each other.`,
      step(`Switch to ${encryption(proposal.security)}.`),
    ),
  notMailServer: ({ host, port }) =>
    card(
      `What answers on port ${port} is not a server for sending`,
      `${host} said something that is not SMTP. Often this is the port of the inbox or of a website.`,
      step('Use port 465 or 587, or the ones that your provider names for outgoing email.'),
    ),
  droppedUs: ({ who }) =>
    card(
      `${who} stopped answering`,
      'The connection was made and then ended or fell silent before anything was decided. Your password was not refused.',
      step('Test again in a minute.'),
      step(
        'If it stays like this, ask your provider whether it blocks connections from other countries or servers.',
      ),
    ),
  noEncryption: ({ host, port }) =>
    card(
      'The server offers no encryption here',
      `${host} would take your password on port ${port} without encryption, and anyone on the way could read it. Nothing was sent.`,
      step('Use port 465 with TLS or port 587 with STARTTLS.'),
      step('If neither works, ask your provider for an encrypted way to send.'),
    ),
  certificateName: ({ host, certificate, proposal }) =>
    card(
      'The certificate is for another name',
      `The server calls itself ${certificate?.names[0] ?? 'something else'}, not ${host}. It is probably the right server under its provider’s name.`,
      step(
        proposal.host
          ? `Use ${proposal.host} as the server.`
          : 'Ask your provider which server name belongs to the certificate.',
      ),
    ),
  certificateExpired: ({ host, certificateEnd }) =>
    card(
      'The server’s certificate is out of date',
      `The certificate of ${host} was valid until ${certificateEnd}. Until it is renewed nobody can be sure that this is your server.`,
      step('Ask whoever runs the server to renew the certificate.'),
      step('Test again afterward. Your settings can stay.'),
    ),
  certificateUntrusted: ({ host, certificate }) =>
    card(
      'Nobody vouches for the server’s certificate',
      `${host} shows a certificate issued by ${certificate?.issuer || 'itself'}, which is not a recognized authority. The connection was stopped before your password left.`,
      step(
        'Ask whoever runs the server for a certificate of a recognized authority. Let’s Encrypt issues them for free.',
      ),
      step('Test again afterward. Your settings can stay.'),
    ),
  encryptionFailed: ({ host }) =>
    card(
      'No secure connection came about',
      `${host} and Cueline found no encryption that both consider safe. TLS 1.2 is the least.`,
      step('Try the other port: 465 with TLS, or 587 with STARTTLS.'),
      step('If both fail, the server is too old. Ask your provider for a newer one.'),
    ),
  altered: () =>
    card(
      'Something altered the connection',
      'Unencrypted text was slipped in at the moment the encryption began. The test stopped at once, and nothing was sent.',
      step('Test from another network, or tell your provider about it.'),
      step('Use port 465, where encryption starts with the first byte.'),
    ),
  noSignIn: ({ port }) =>
    card(
      'The server takes no sign-in here',
      `On port ${port} it offers no way to sign in that Cueline knows. Port 25 is for servers among themselves, for one.`,
      step('Use port 465 with TLS or port 587 with STARTTLS.'),
    ),
  userName: ({ user, address }) =>
    card(
      'The user name is probably your full address',
      `“${user}” was refused. Most providers want ${address} as the user name.`,
      step(`Use ${address} as the user name.`),
    ),
  password: ({ who, user }) =>
    card(
      `${who} does not accept this password`,
      `The sign-in as ${user} was refused. The password may have been changed, or it has a typing error.`,
      step('Sign in on your provider’s website with the same password, to be sure that it is right.'),
      step('If two-step verification is on, make a password for email programs there.'),
      step('Enter the password here and test again.'),
    ),
  appPassword: ({ who, address, passwordPage }) =>
    card(
      `${who} wants an app password`,
      `Your usual password is fine on the web, but ${who} does not let other apps use it. An app password is a separate one, made for Cueline only, and you can withdraw it any time.`,
      passwordPage
        ? step(`Open {link} and sign in as ${address}.`, passwordPage, `${who}: app passwords`)
        : step('Open the security settings of your account at the provider and look for app passwords.'),
      step('Name it “Cueline” and create it. Two-step verification has to be on.'),
      step('Copy it and paste it here.'),
    ),
  switchedOff: ({ who, switchOnPage }) =>
    card(
      `${who} does not let email programs in yet`,
      'Sending from other programs is switched off for this mailbox. It is one setting at the provider.',
      step('Open {link} and switch on access for email programs.', switchOnPage ?? '', `${who}: how to`),
      step('Test again. It can take a few minutes to take effect.'),
    ),
  signInOff: ({ who, switchOnPage, canConnect }) =>
    card(
      `${who} no longer takes passwords from apps`,
      'Sign-in by password is switched off for this account or its whole organization. Signing in at the provider itself still works.',
      ...(canConnect ? [step('Connect the account by signing in at the provider instead.')] : []),
      switchOnPage
        ? step('Have your administrator allow it: {link}.', switchOnPage, 'Authenticated SMTP')
        : step('Ask your administrator to allow SMTP sign-in for this mailbox.'),
    ),
  signInExpired: ({ who }) =>
    card(
      `Your sign-in at ${who} has expired`,
      'The permission to send was withdrawn or has run out. Emails that wait are kept and leave after you sign in again.',
      step(`Sign in at ${who} again.`),
    ),
  busy: ({ who }) =>
    card(
      `${who} is busy`,
      'The server takes no more connections or sign-ins for the moment. Your password was not judged, so there is nothing to change.',
      step('Wait a few minutes and test again.'),
      step('If another program sends through this account all the time, let it pause.'),
    ),
  limit: ({ who }) =>
    card(
      `${who} lets this account send no more for now`,
      'The account has reached its limit of emails. Sign-in and settings work.',
      step('Wait until the provider counts anew, mostly by tomorrow. Emails that wait leave by themselves.'),
      step('If it happens often, raise the limit at the provider or set a lower one here.'),
    ),
  suspended: ({ who }) =>
    card(
      `${who} has stopped this account`,
      'The provider does not let it send at all: for safety, for a bill that is open, or until it has been reviewed.',
      step('Sign in on the provider’s website. The reason is usually shown there.'),
      step('Settle it with the provider and test again.'),
    ),
  reputation: ({ who }) =>
    card(
      `${who} refuses this Cueline’s network address`,
      'The address of the machine that sends is on a blocklist. Your account and password are not the reason.',
      step('Pass the server’s message on to whoever operates this Cueline. It names the list.'),
    ),
  serverRefuses: ({ who }) =>
    card(
      `${who} takes no connection from here`,
      'The server answered and turned the connection away before any sign-in.',
      step('Check that this is the server for outgoing email, not the one for incoming.'),
      step('If it is, ask the provider to let connections from here in.'),
    ),
  sender: ({ who, address }) =>
    card(
      `${who} does not send as ${address}`,
      'The sign-in works, but this account may not use that address as the sender.',
      step(`Add ${address} as an alias or sender address of the account at the provider.`),
      step('Or choose an address here that belongs to the account.'),
    ),
  senderLetters: ({ address }) =>
    card(
      `The server cannot send as ${address}`,
      'The address has letters beyond a to z before the @, and this server does not take them.',
      step('Choose an address that is written with a to z.'),
    ),
  relayDenied: ({ who }) =>
    card(
      `${who} sends only for those who sign in`,
      'The server did not see a sign-in that allows sending.',
      step('Enter the user name and password of the mailbox and test again.'),
    ),
  ownAddress: ({ address }) =>
    card(
      `${address} does not take email`,
      'Signing in works, but the server refuses email to your own address. Replies and bounces would be lost.',
      step('Check the spelling of the address.'),
      step('Make sure that the mailbox exists and is not full.'),
    ),
  domainSetup: ({ address }) =>
    card(
      `The domain of ${address} is not set up for sending`,
      'The server wants to see SPF, DKIM or DMARC records that name it, and does not find them.',
      step('Open the check of your domain below and add the records that it lists.'),
      step('Test again after an hour. Records take a while to spread.'),
    ),
  testMail: () =>
    card(
      'The test email was refused',
      'The account works up to the moment of sending. The server did not like the message itself.',
      step('Test again. If it stays like this, show the server’s message to your provider.'),
    ),
  unknown: ({ who }) =>
    card(
      'The server said something we don’t know yet',
      `${who} refused and gave a reason that fits none of the known ones. Its own message is below.`,
      step('Read the message. It often says what is wanted.'),
      step('Copy it for your provider’s support if it does not help.'),
    ),
};
