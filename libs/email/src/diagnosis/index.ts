/** Why an account does or does not send: providers, discovery of settings, the staged test, its causes and cards, and the records of a domain. */
export { accountCauseOf } from './causes/account-cause.js';
export * from './causes/card.js';
export { diagnosisCauses, type AccountField, type Diagnosis, type DiagnosisCause } from './causes/cause.js';
export type { CardStep } from './causes/card-facts.js';
export { diagnose } from './causes/cause-of.js';
export type { Candidate } from './discovery/candidate.js';
export { discover, type Discovery } from './discovery/discover.js';
export { checkDomain, type DomainCheck, type DomainFinding } from './domain/check-domain.js';
export { securities, usualSecurity, type Endpoint, type Security } from './endpoint.js';
export { HostRefused, type Network } from './network/network.js';
export { nodeNetwork, type Egress } from './network/node-network.js';
export { providerOfAddress, providerOfDomain, providerOfHost, providers } from './providers/find-provider.js';
export type { Provider } from './providers/provider.js';
export { probeImap, type ImapProbe } from './probe/probe-imap.js';
export { probeSmtp, type SmtpProbe } from './probe/probe-smtp.js';
export type { ProbeResult } from './probe/staged-probe.js';
export { composeTestMail } from './probe/test-mail.js';
export type { Credentials } from './probe/sign-in.js';
export {
  probeStages,
  type Failure,
  type MailProtocol,
  type ProbeStage,
  type StageResult,
} from './probe/stage.js';
