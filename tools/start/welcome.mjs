/** What a reader types or pastes so that the commands of README and docs know the address and the key. */
export const shellSettings = (url, apiKey) => `export CUELINE_URL=${url} CUELINE_API_KEY=${apiKey}`;

/**
 * What `npm start` prints once everything is up.
 * @param {{ ports: { api: number, catcher: number, temporalUi?: number }, external: { smtp?: string, temporal?: string }, state: string, namespace: string, ownerEmail: string }} settings
 * @param {{ ownerPassword: string, apiKey: string }} secrets
 */
export function welcome({ ports, external, state, namespace, ownerEmail }, secrets) {
  const here = `http://127.0.0.1:${ports.api}`;
  const temporalPages = `http://127.0.0.1:${ports.temporalUi}/namespaces/${namespace}/workflows`;
  const rows = [
    ['open', here],
    ['sign in', ownerEmail],
    ['password', secrets.ownerPassword],
    ['API', `${here}/api/docs`],
    ['API key', secrets.apiKey],
    ['mails', external.smtp ? undefined : `http://127.0.0.1:${ports.catcher}/`],
    ['Temporal', ports.temporalUi && !external.temporal ? temporalPages : undefined],
    ['logs, data', state],
  ].filter(([, value]) => value);
  return `${rows.map(([what, value]) => `  ${what.padEnd(11)} ${value}`).join('\n')}

For the commands of README and docs, paste this into a shell:

  ${shellSettings(here, secrets.apiKey)}

Ctrl-C stops all of it; the data stay.`;
}
