import type { Socket } from 'node:net';
import { rolesOf } from '../../imap/core/folders/role.js';
import { listedFolder, type ProbedFolder } from './listed-folder.js';
import { ImapConversation } from './imap-conversation.js';
import { signInToImap } from './imap-sign-in.js';
import { fault, StageError, type ProbeStage, type Seen } from './stage.js';
import { StagedProbe, type Probed, type ProbeOptions, type ProbeResult } from './staged-probe.js';

export interface ImapProbe extends Probed {
  /** Whose mail it is. */
  readonly address: string;
}

/**
 * Goes through a mailbox as its reader would, stage by stage, and stops at the first that fails. It changes nothing there, and never throws for what a server does.
 * @throws the signal's reason when it was aborted
 */
export async function probeImap(probe: ImapProbe, options: ProbeOptions): Promise<ProbeResult> {
  const run = new Probe(probe, options, 'imap');
  try {
    return await run.all();
  } finally {
    run.close();
  }
}

class Probe extends StagedProbe<ImapProbe, ImapConversation> {
  #offers: readonly string[] = [];
  #isSignedIn = false;

  protected do(stage: ProbeStage): Promise<Seen | undefined> {
    // Whether a connection may go without is the operator's word, which the caller has asked for.
    if (stage === 'tls') return Promise.resolve(undefined);
    if (stage === 'capabilities') return this.#capabilities();
    if (stage === 'signIn') return this.#signIn();
    return stage === 'folders' ? this.#folders() : this.#inbox();
  }

  protected async begin(socket: Socket): Promise<string> {
    this.talk = new ImapConversation(socket, this.transcript, this.limits.greeting);
    const { isSignedIn, said } = await this.talk.greeting();
    this.#isSignedIn = isSignedIn;
    return said;
  }

  protected async startTls(): Promise<void> {
    await this.#capabilities();
    if (!this.#offers.includes('STARTTLS')) throw fault('NOTLS', this.#offers.join(' '));
    await this.talk!.command('STARTTLS');
  }

  protected leave(): Promise<unknown> {
    return this.talk!.command('LOGOUT');
  }

  async #capabilities(): Promise<Seen> {
    const { untagged } = await this.talk!.command('CAPABILITY');
    this.#offers = untagged
      .filter((line) => /^CAPABILITY /i.test(line))
      .flatMap((line) => line.toUpperCase().split(/\s+/).slice(1));
    return { offers: this.#offers.join(' ') };
  }

  async #signIn(): Promise<Seen | undefined> {
    const { credentials } = this.probe;
    if (!credentials || this.#isSignedIn) return undefined;
    return { mechanism: await signInToImap(this.talk!, credentials, this.#offers), user: credentials.user };
  }

  /** Which folder is for what: by the server's word, or by its name. */
  async #folders(): Promise<Seen> {
    const wanted = this.#offers.includes('SPECIAL-USE') && this.#offers.includes('LIST-EXTENDED');
    const { untagged } = await this.talk!.command(
      wanted ? 'LIST "" "*" RETURN (SPECIAL-USE)' : 'LIST "" "*"',
    );
    const folders = untagged.flatMap((line): ProbedFolder[] => listedFolder(line) ?? []);
    const roles = rolesOf(folders);
    const seen = [...roles].map(([path, role]) => [role, path] as const);
    return { folders: String(folders.length), ...Object.fromEntries(seen) };
  }

  /** Some servers sign a person in whom they then give nothing. */
  async #inbox(): Promise<Seen> {
    const { untagged } = await this.talk!.command('EXAMINE INBOX');
    const exists = untagged.map((line) => /^(\d+) EXISTS$/i.exec(line)?.[1]).find(Boolean);
    if (exists === undefined) throw new StageError('REPLY', 'INBOX could not be opened.');
    return { mails: exists };
  }
}
