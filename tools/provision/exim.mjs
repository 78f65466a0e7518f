/**
 * A real mail server for the tests: Debian's Exim, unpacked into the cache and never installed. It runs as whoever starts it: Postfix's master refuses everybody
 * but root, and an installed package would take port 25 of the machine.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './download-cache.mjs';
import { Sentence } from './sentence.mjs';

/** Gives the server a user of its own without touching the machine's list of users. */
const PACKAGES = ['exim4-daemon-light', 'libnss-wrapper'];

/**
 * Fetches it from Debian's packages (about 1 MB) where it is not there yet.
 * @returns {string} a folder with `exim4`, and with `libraries`: what the machine lacks of them
 */
export function eximFolder(progress = () => undefined) {
  const home = path.join(cacheFolder(), `exim-${process.arch}`);
  if (existsSync(path.join(home, 'exim4'))) return home;
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get'))
    throw new Sentence(
      'No mail server for the tests: it comes from Debian’s packages, by apt-get.',
      'Run the tests on Debian or Ubuntu; the suites that need no mail server run everywhere.',
    );
  progress('fetching a mail server from Debian’s packages');
  const partial = `${home}.${process.pid}.part`;
  try {
    mkdirSync(partial, { recursive: true });
    fetchInto(partial);
    renameSync(partial, home);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another process may have been faster.
    if (!existsSync(path.join(home, 'exim4'))) throw error;
  }
  return home;
}

function fetchInto(folder) {
  const apt = aptIn(folder);
  apt.download(PACKAGES);
  unpack(folder);
  const program = path.join(folder, 'exim4');
  copyFileSync(path.join(folder, 'usr', 'sbin', 'exim4'), program);
  // As it comes it would take root's rights.
  chmodSync(program, 0o755);
  // Its libraries and, where that is not enough, theirs.
  let level = [PACKAGES[0]];
  for (let depth = 0; depth < 4 && missingLibraries(folder, program).length > 0; depth++) {
    level = apt.librariesOf(level);
    apt.download(level);
    unpack(folder);
  }
  const missing = missingLibraries(folder, program);
  if (missing.length > 0) throw new Sentence(`Debian’s Exim lacks ${missing.join(', ')} here.`);
  keepLibraries(folder, program);
}

/** What it loads of what was unpacked, beside the wrapper; the rest goes. */
function keepLibraries(folder, program) {
  const kept = path.join(folder, 'libraries');
  mkdirSync(kept);
  const wrapper = librariesIn(folder)
    .split(':')
    .map((at) => path.join(at, 'libnss_wrapper.so'));
  const loaded = [...ldd(folder, program).matchAll(/=> (\/\S+)/g)].map(([, file]) => file);
  for (const file of [...loaded, ...wrapper])
    if (file.startsWith(folder) && existsSync(file)) copyFileSync(file, path.join(kept, path.basename(file)));
  for (const name of ['usr', 'lib', 'etc', 'apt'])
    rmSync(path.join(folder, name), { recursive: true, force: true });
}

/** Apt with lists of its own where the machine's are missing or out of date: that needs no root. */
function aptIn(folder) {
  const state = path.join(folder, 'apt');
  const own = ['-o', `Dir::State::lists=${state}/lists`, '-o', `Dir::Cache=${state}/cache`];
  let options = [];
  const run = (program, args) =>
    spawnSync(program, [...options, ...args], { cwd: folder, encoding: 'utf8', env: aptEnv() });
  const download = (packages) => {
    if (run('apt-get', ['download', '-qq', ...packages]).status === 0) return;
    for (const kind of ['lists', 'cache']) mkdirSync(path.join(state, kind, 'partial'), { recursive: true });
    options = own;
    const done = run('apt-get', ['update', '-qq']);
    const fetched = run('apt-get', ['download', '-qq', ...packages]);
    if (fetched.status === 0) return;
    const said = `${done.stderr}${fetched.stderr}`.trim().split('\n').slice(-3).join(' ');
    throw new Sentence('Debian’s Exim could not be fetched for the tests.', `apt-get said: ${said}`);
  };
  const librariesOf = (packages) => {
    const { stdout } = run('apt-cache', ['depends', '--important', ...packages]);
    const names = [...stdout.matchAll(/^\s*(?:Pre)?Depends: (lib[a-z0-9.+-]+)$/gm)].map(([, name]) => name);
    return [...new Set(names)].filter((name) => !/^lib(?:c6|gcc)/.test(name));
  };
  return { download, librariesOf };
}

const aptEnv = () => ({ ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' });

function unpack(folder) {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.deb'))) {
    const done = spawnSync('dpkg-deb', ['-x', name, '.'], { cwd: folder, encoding: 'utf8' });
    if (done.status !== 0) throw new Sentence(`${name} could not be unpacked.`, done.stderr.trim());
    rmSync(path.join(folder, name));
  }
}

/** Where its libraries are, the machine's own aside. */
function librariesIn(folder) {
  const found = ['usr/lib', 'lib'].flatMap((under) => {
    const at = path.join(folder, under);
    const names = existsSync(at) ? readdirSync(at) : [];
    return names.filter((name) => /^\w+-linux-gnu/.test(name)).map((name) => path.join(at, name));
  });
  return found.join(':');
}

const missingLibraries = (folder, program) =>
  [...ldd(folder, program).matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);

const ldd = (folder, program) =>
  spawnSync('ldd', [program], {
    encoding: 'utf8',
    env: { ...process.env, LD_LIBRARY_PATH: librariesIn(folder) },
  }).stdout;
