import { exit, Unable, type Command } from '../command.js';

export const rotate: Command = {
  name: 'keys rotate',
  usage: '',
  summary:
    'For the operator: seals all stored passwords with the newest key of CREDENTIAL_KEYS, while the product runs. Needs the environment of the product.',
  args: { least: 0, most: 0 },
  async run({ env, say }) {
    // Loaded here: no other command needs a database.
    const { rotateKeysOf } = await import('@cueline/database/keys');
    const { newest, resealed, unopened } = await rotateKeysOf(env).catch((error: unknown) => {
      throw new Unable((error as Error).message);
    });
    const secrets = (many: number) => `${many} ${many === 1 ? 'secret' : 'secrets'}`;
    say({ newest, resealed, unopened: Object.fromEntries(unopened) }, [
      `${secrets(resealed)} sealed anew. All that can be opened is sealed with the key “${newest}” now.`,
      ...[...unopened].map(
        ([key, many]) =>
          `${secrets(many)} could not be opened and stayed as before: sealed with the key “${key}”. Put that key into CREDENTIAL_KEYS and try again.`,
      ),
    ]);
    return unopened.size > 0 ? exit.no : exit.ok;
  },
};
