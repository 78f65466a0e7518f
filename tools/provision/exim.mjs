/**
 * A real mail server for the tests: Debian's Exim. It runs as whoever starts it: Postfix's master refuses everybody but root, and an installed package would take
 * port 25 of the machine.
 */
import { debianPrograms } from './debian-programs.mjs';

/**
 * Fetches it from Debian's packages (about 1 MB) where it is not there yet.
 * @returns {string} a folder with `exim4`, and with `libraries`: what the machine lacks of them
 */
export const eximFolder = (progress = () => undefined) =>
  debianPrograms({
    name: 'exim',
    title: 'mail server',
    // The second gives the server a user of its own without touching the machine's list of users.
    packages: ['exim4-daemon-light', 'libnss-wrapper'],
    programs: ['usr/sbin/exim4'],
    extraLibraries: ['libnss_wrapper.so'],
    progress,
  });
