import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Sentence } from './sentence.mjs';

/** Without windows it does the same work in two thirds of the CPU, so it comes first. */
const usual = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium for the browser tests: TEST_CHROMIUM_PATH, the system's, Playwright's own, else Debian's package (as root). */
export function chromium(progress = () => undefined) {
  const found = () =>
    [process.env.TEST_CHROMIUM_PATH, ...usual, ...playwrights()].find((file) => file && existsSync(file));
  return found() ?? (installFromDebian(progress), found()) ?? refuse();
}

function playwrights() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || path.join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .map((name) => path.join(cache, name, 'chrome-linux', 'chrome'));
}

function installFromDebian(progress) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  progress('installing Chromium from Debian’s packages (about 70 MB)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const install = ['install', '-y', '-qq', '--no-install-recommends', name];
    if (spawnSync('apt-get', install, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0) return;
  }
}

function refuse() {
  throw new Sentence(
    'No Chromium for the browser tests.',
    'Install Chromium (Debian: `apt-get install chromium-headless-shell`), or set TEST_CHROMIUM_PATH.',
  );
}
