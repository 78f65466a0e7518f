import type { Socket } from 'node:net';

/** The operator's rules do not let this host be called: an address inside a private network. */
export class HostRefused extends Error {
  readonly code = 'EREFUSEDHOST';
}

export interface Exchanger {
  readonly exchange: string;
  readonly priority: number;
}

export interface ServiceRecord {
  readonly name: string;
  readonly port: number;
  readonly priority: number;
}

/** What the diagnosis may reach. It comes from outside, so that hosts which people type go through the caller's egress guard. */
export interface Network {
  /** @throws with a code as `dns.lookup` has it (ENOTFOUND, EAI_AGAIN), or `HostRefused` */
  addresses(host: string): Promise<readonly string[]>;
  /** Connected, and nothing written. @throws with a code as `net.connect` has it, or `HostRefused` */
  connect(host: string, port: number, signal: AbortSignal): Promise<Socket>;
  /** Empty where there are none. @throws when the name servers do not answer; so do `srv` and `txt` */
  mx(domain: string): Promise<readonly Exchanger[]>;
  srv(name: string): Promise<readonly ServiceRecord[]>;
  /** One string for each record. */
  txt(name: string): Promise<readonly string[]>;
  /** Over https, without following redirects; undefined for whatever is no document of 64 KB at most. */
  fetchText(url: URL, signal: AbortSignal): Promise<string | undefined>;
}
