import { text, type ReasonParams, type Sentence } from '../../reasons/reason-message.js';

const to = (p: ReasonParams): string => text(p['to']);
/** After an address of which a query or a key is not shown. */
const cut = (p: ReasonParams): string => (p['hides'] ? ' (shown without what may be secret)' : '');

const RECEIVER = 'Enter the address that takes webhooks itself.';

/** What a redirection means, after "hooks.example.com answered 302", and what to do about it. */
const kinds: Readonly<Record<string, Sentence>> = {
  moved: (p) =>
    p['hides']
      ? ` and leads to ${to(p)}${cut(p)}, which is not followed. Enter the whole address that it leads to.`
      : ` and leads to ${to(p)}, which is not followed. Enter this address.`,
  elsewhere: (p) =>
    ` and leads, for now, to ${to(p)}${cut(p)}, which is not followed. A receiver answers 2xx itself: find out from whoever runs it which address takes webhooks.`,
  output: (p) =>
    ` and leads to its output at ${to(p)}${cut(p)}. It answered with a redirect after taking the call, most likely: look there whether it was carried out, then skip the step or try again. That address is good for this one answer alone, so keep the address of the step and let the receiver answer 2xx itself.`,
  oneTime: (p) =>
    ` and leads to ${to(p)}${cut(p)}, an address that is good for this one call alone. Keep the address of the step, and find out from whoever runs it which address takes webhooks without a redirect.`,
  signIn: (p) =>
    ` and asks for sign-in at ${to(p)}${cut(p)}. Nobody signs in for a webhook: enter an address that takes calls without, or open this one to everyone who has its link.`,
  loop: (p) =>
    ` and leads back to the very same address${cut(p)}. The mistake is at the receiver: it answers 2xx once that is put right.`,
  notEncrypted: (p) =>
    ` and leads to ${to(p)}${cut(p)}, without encryption. Webhooks go to https addresses alone. ${RECEIVER}`,
  inside: (p) => ` and leads to ${to(p)}${cut(p)}, which is not on the public internet. ${RECEIVER}`,
  nowhere: () =>
    ', a redirect that does not say where to. Check that the address is complete; a receiver answers 2xx itself.',
  unreadable: () =>
    ', a redirect to something that is no web address. Check that the address is complete; a receiver answers 2xx itself.',
  choices: () => ', which offers several addresses to choose from. Enter the one that takes webhooks.',
  notModified: () =>
    ' (not modified), which is no answer to a call that brings something. A receiver answers 2xx: the mistake is there.',
  proxy: () =>
    ', which asks to be called through a proxy. That is not done: enter an address that is called directly.',
  unknown: () => ', which is no answer to a webhook. A receiver answers 2xx.',
};

/** Reasons of runs before redirections had kinds say the status alone. */
export const describeRedirection: Sentence = (p) => {
  const kind = text(p['kind']);
  const rest = Object.hasOwn(kinds, kind)
    ? kinds[kind]!(p)
    : ` and leads elsewhere, which is not followed. ${RECEIVER}`;
  return `${text(p['host'])} answered ${String(p['status'])}${rest}`;
};
