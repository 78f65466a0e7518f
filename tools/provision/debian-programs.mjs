/** Programs of Debian's packages for the tests, unpacked into the cache and never installed: they run as whoever starts them. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './download-cache.mjs';
import { Sentence } from './sentence.mjs';

/**
 * Fetches them from Debian's packages where they are not there yet.
 * @param {object} wanted
 * @param {string} wanted.name of the folder in the cache
 * @param {string} wanted.title what people call it
 * @param {string[]} wanted.packages the first one has the programs' libraries among what it depends on
 * @param {string[]} wanted.programs paths in the packages; each lies in the folder by its own name
 * @param {string[]} [wanted.libraryFolders] below usr/lib, beside the machine's own
 * @param {string[]} [wanted.extraLibraries] loaded by nothing but name
 * @param {(step: string) => void} wanted.progress
 * @returns {string} a folder with the programs, and with `libraries`: what the machine lacks of them
 */
export function debianPrograms(wanted) {
  const { name, title, programs, progress } = wanted;
  const home = path.join(cacheFolder(), `${name}-${process.arch}`);
  const isThere = () => programs.every((one) => existsSync(path.join(home, path.basename(one))));
  if (isThere()) return home;
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get'))
    throw new Sentence(
      `No ${title} for the tests: it comes from Debian’s packages, by apt-get.`,
      `Run the tests on Debian or Ubuntu; the suites that need no ${title} run everywhere.`,
    );
  progress(`fetching the ${title} from Debian’s packages`);
  const partial = `${home}.${process.pid}.part`;
  try {
    mkdirSync(partial, { recursive: true });
    fetchInto(partial, wanted);
    renameSync(partial, home);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another process may have been faster.
    if (!isThere()) throw error;
  }
  return home;
}

function fetchInto(folder, { title, packages, programs, libraryFolders = [], extraLibraries = [] }) {
  const apt = aptIn(folder, title);
  apt.download(packages);
  unpack(folder);
  const copies = programs.map((one) => {
    const program = path.join(folder, path.basename(one));
    copyFileSync(path.join(folder, one), program);
    // As it comes it may take root's rights.
    chmodSync(program, 0o755);
    return program;
  });
  const missing = () => copies.flatMap((program) => missingLibraries(folder, libraryFolders, program));
  // Its libraries and, where that is not enough, theirs.
  let level = [packages[0]];
  for (let depth = 0; depth < 4 && missing().length > 0; depth++) {
    level = apt.librariesOf(level);
    apt.download(level);
    unpack(folder);
  }
  const still = missing();
  if (still.length > 0) throw new Sentence(`Debian’s ${title} lacks ${still.join(', ')} here.`);
  keepLibraries(folder, libraryFolders, copies, extraLibraries);
}

/** What they load of what was unpacked, beside what is loaded by name; the rest goes. */
function keepLibraries(folder, libraryFolders, programs, extraLibraries) {
  const kept = path.join(folder, 'libraries');
  mkdirSync(kept);
  const extra = librariesIn(folder, libraryFolders)
    .split(':')
    .flatMap((at) => extraLibraries.map((name) => path.join(at, name)));
  const loaded = programs.flatMap((program) =>
    [...ldd(folder, libraryFolders, program).matchAll(/=> (\/\S+)/g)].map(([, file]) => file),
  );
  for (const file of [...loaded, ...extra])
    if (file.startsWith(folder) && existsSync(file)) copyFileSync(file, path.join(kept, path.basename(file)));
  for (const name of ['usr', 'lib', 'etc', 'var', 'apt'])
    rmSync(path.join(folder, name), { recursive: true, force: true });
}

/** Apt with lists of its own where the machine's are missing or out of date: that needs no root. */
function aptIn(folder, title) {
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
    throw new Sentence(`Debian’s ${title} could not be fetched for the tests.`, `apt-get said: ${said}`);
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

/** Where their libraries are, the machine's own aside. */
function librariesIn(folder, libraryFolders) {
  const found = ['usr/lib', 'lib'].flatMap((under) => {
    const at = path.join(folder, under);
    const names = existsSync(at) ? readdirSync(at) : [];
    return names
      .filter((name) => /^\w+-linux-gnu/.test(name) || libraryFolders.includes(name))
      .map((name) => path.join(at, name));
  });
  return found.join(':');
}

const missingLibraries = (folder, libraryFolders, program) =>
  [...ldd(folder, libraryFolders, program).matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);

const ldd = (folder, libraryFolders, program) =>
  spawnSync('ldd', [program], {
    encoding: 'utf8',
    env: { ...process.env, LD_LIBRARY_PATH: librariesIn(folder, libraryFolders) },
  }).stdout;
