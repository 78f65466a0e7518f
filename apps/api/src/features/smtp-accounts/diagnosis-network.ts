import { lookup } from 'node:dns';
import { isListed, type HostList } from '@cueline/egress';
import { AddressRefused, everyAddress, onlyPublic, refuseInside } from '@cueline/egress/guard';
import { nodeNetwork, type Network } from '@cueline/email/diagnosis';

const isRefusal = (error: unknown) => error instanceof AddressRefused;
const guarded = nodeNetwork({ lookup: onlyPublic(everyAddress), guard: refuseInside, isRefusal });
const open = nodeNetwork({ lookup, guard: () => undefined, isRefusal });

/**
 * What a test may reach: public addresses, and what the operator's list allows.
 * @param port of the account: the list may name a host for one port alone
 */
export const diagnosisNetwork = (allow: HostList, port = 0): Network => ({
  ...guarded,
  addresses: (host) => (isListed(allow, host, port) ? open : guarded).addresses(host),
  connect: (host, at, signal) => (isListed(allow, host, at) ? open : guarded).connect(host, at, signal),
});
