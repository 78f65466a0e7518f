import type { Language } from '@cueline/workflows/language';
import { providerOfHost } from '../providers/find-provider.js';
import type { Failure } from '../probe/stage.js';
import { diagnose } from './cause-of.js';
import type { CardFacts, CardStep } from './card-facts.js';
import type { AccountField, DiagnosisCause } from './cause.js';
import { english } from './messages.en.js';
import { german } from './messages.de.js';
import { inboxEnglish } from './messages.inbox.en.js';
import { inboxGerman } from './messages.inbox.de.js';
import type { Tried } from './tried.js';

/** What the one button does: takes over the proposal and tests, tests what was edited, tests once more, or signs in at the provider. */
export type CardAction = 'apply' | 'edit' | 'again' | 'connect';

/** One failure as a person reads it, in one shape whatever the cause. */
export interface Card {
  readonly cause: DiagnosisCause;
  readonly title: string;
  readonly why: string;
  readonly steps: readonly CardStep[];
  readonly field: AccountField | null;
  readonly proposal: Readonly<Partial<Record<AccountField, string>>>;
  readonly action: CardAction;
  readonly button: string;
  /** The server's own message, without what signs in; empty where it said nothing. */
  readonly said: string;
}

const inbox = { en: { ...english, ...inboxEnglish }, de: { ...german, ...inboxGerman } } as const;
/** Those of a mailbox alone stand with those of a mailbox. */
const messages = {
  smtp: { en: { ...inbox.en, ...english }, de: { ...inbox.de, ...german } },
  imap: inbox,
} as const;
const buttons: Readonly<Record<Language, Readonly<Record<CardAction, string>>>> = {
  en: {
    apply: 'Use it and test',
    edit: 'Test again',
    again: 'Test again',
    connect: 'Sign in at the provider',
  },
  de: {
    apply: 'Übernehmen und testen',
    edit: 'Noch einmal testen',
    again: 'Noch einmal testen',
    connect: 'Beim Anbieter anmelden',
  },
};

/** The card for a failed probe. @param canConnect whether one can sign in at the provider itself from here */
export function cardFor(
  failure: Failure,
  tried: Tried,
  language: Language,
  { canConnect = false }: { readonly canConnect?: boolean } = {},
): Card {
  const { host, port, address, credentials } = tried.probe;
  const provider = tried.provider ?? providerOfHost(host);
  const { cause, field, proposal = {} } = diagnose(failure, { ...tried, provider });
  const { certificate } = failure.facts;
  const facts: CardFacts = {
    ...{ host, port, address, proposal, certificate, canConnect },
    who: provider?.name ?? host,
    user: credentials?.user ?? '',
    certificateEnd: dayOf(certificate?.validTo, language),
    passwordPage: provider?.passwordPage,
    switchOnPage: provider?.switchOnPage,
  };
  const action = actionOf(cause, field, proposal, canConnect);
  return {
    ...{ cause, field: field ?? null, proposal, action, button: buttons[language][action] },
    ...messages[tried.protocol ?? 'smtp'][language][cause](facts),
    said: failure.said,
  };
}

function actionOf(
  cause: DiagnosisCause,
  field: AccountField | undefined,
  proposal: object,
  canConnect: boolean,
): CardAction {
  if (canConnect && (cause === 'signInOff' || cause === 'signInExpired')) return 'connect';
  if (Object.keys(proposal).length > 0) return 'apply';
  return field ? 'edit' : 'again';
}

function dayOf(iso: string | undefined, language: Language): string {
  if (!iso) return '';
  return new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-US', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(iso));
}
