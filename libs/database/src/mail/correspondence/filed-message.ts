import type {
  LinkSource,
  LinkState,
  MessageIdKind,
  MessageKind,
  MessageRole,
} from '../../generated/client.js';

/** What a message is known, found and shown by, beside its own text. */
export interface Filing {
  readonly messageId: string;
  readonly threadId: string;
  readonly at: Date;
  readonly ids: readonly { readonly hash: string; readonly kind: MessageIdKind; readonly id: string }[];
  readonly people: readonly {
    readonly role: MessageRole;
    readonly n: number;
    readonly name: string;
    readonly address: string;
    readonly key: string;
  }[];
  readonly parts: readonly {
    readonly number: string;
    readonly type: string;
    readonly fileName: string;
    readonly size: number;
    readonly kind: string;
    readonly isInline: boolean;
    readonly contentId: string;
  }[];
  readonly links: readonly {
    readonly type: string;
    readonly id: string;
    readonly source: LinkSource;
    readonly state: LinkState;
  }[];
  readonly snippet: string;
  readonly search: SearchTexts;
}

/** Folded by `searchable`. */
export interface SearchTexts {
  readonly people: string;
  readonly files: string;
  readonly text: string;
}

/** A mail that was read out of a mailbox. */
export interface NewMessage {
  readonly id: string;
  readonly brandId: string;
  readonly threadId: string;
  /** Null: it came to the platform's address. */
  readonly mailboxId: string | null;
  readonly sha256: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly kind: MessageKind | null;
  readonly evidence: readonly { readonly sign: string; readonly value: string }[];
  readonly twinOf: string | null;
  readonly clientId: string | null;
  readonly rfcId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly fromAddress: string;
  readonly toAddresses: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly replyText: string;
  readonly html: string;
  readonly snippet: string;
  readonly at: Date;
  readonly headerDate: Date | null;
}
