/** A real IMAP server for the tests: Debian's Dovecot, of which only the program that speaks to one client is used. That one needs no root and no master process. */
import { debianPrograms } from './debian-programs.mjs';

/**
 * Fetches it from Debian's packages (about 6 MB) where it is not there yet.
 * @returns {string} a folder with `imap`, `doveconf` and `libraries`
 */
export const dovecotFolder = (progress = () => undefined) =>
  debianPrograms({
    name: 'dovecot',
    title: 'IMAP server',
    packages: ['dovecot-core', 'dovecot-imapd'],
    programs: ['usr/lib/dovecot/imap', 'usr/bin/doveconf'],
    libraryFolders: ['dovecot'],
    progress,
  });
