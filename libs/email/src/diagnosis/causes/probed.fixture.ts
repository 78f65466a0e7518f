import { authority } from '../../smtp/certs.fixture.js';
import { ScriptedServer } from '../../smtp/scripted-server.fixture.js';
import { scriptedNetwork } from '../network/scripted-network.fixture.js';
import { probeSmtp, type SmtpProbe } from '../probe/probe-smtp.js';
import { ehlo, goodTls, PASSWORD, type Case } from './every-cause.fixture.js';

/** Goes through an account on the server of a case. */
export async function probed({ script, tls, probe: changes, port = 587, code, limits }: Case) {
  const server = new ScriptedServer({ EHLO: ehlo, ...script }, undefined, tls ?? goodTls);
  await server.listen();
  const probe: SmtpProbe = {
    ...{ host: 'mail.studio.test', port: 587, security: 'starttls', address: 'hello@studio.test' },
    ...{
      credentials: { kind: 'password', user: 'hello@studio.test', password: PASSWORD },
      localName: 'cueline.test',
    },
    authorities: [authority],
    ...changes,
  };
  const network = scriptedNetwork({
    hosts: ['mail.studio.test', 'studio.test'],
    ports: { [port]: server.port },
  });
  const failing = () => Promise.reject(Object.assign(new Error('it failed'), { code }));
  const result = await probeSmtp(probe, {
    network: code ? { ...network, addresses: failing } : network,
    signal: new AbortController().signal,
    // Long, so that a busy machine is no silent server; where silence is the case, it says how long.
    limits: { connect: 10_000, greeting: 10_000, command: 10_000, secondLook: 10_000, ...limits },
  });
  return { server, probe, result };
}
