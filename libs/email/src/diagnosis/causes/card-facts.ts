import type { Certificate } from '../probe/stage.js';
import type { AccountField } from './cause.js';

/** What the sentences of a card are filled with. */
export interface CardFacts {
  /** The provider's name, else the host. */
  readonly who: string;
  readonly host: string;
  readonly port: number;
  readonly address: string;
  readonly user: string;
  readonly proposal: Readonly<Partial<Record<AccountField, string>>>;
  readonly certificate: Certificate | undefined;
  /** A day, for readers of the card's language. */
  readonly certificateEnd: string;
  readonly passwordPage: string | undefined;
  readonly switchOnPage: string | undefined;
  /** Signing in at the provider itself is possible here. */
  readonly canConnect: boolean;
}

export interface CardLink {
  readonly label: string;
  readonly url: string;
}

/** `{link}` in the text is where the link stands. */
export interface CardStep {
  readonly text: string;
  readonly link?: CardLink;
}

export interface CardText {
  readonly title: string;
  readonly why: string;
  readonly steps: readonly CardStep[];
}

export const step = (text: string, url?: string, label = ''): CardStep => ({
  text,
  ...(url !== undefined && { link: { label, url } }),
});
