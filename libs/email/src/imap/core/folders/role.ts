export const folderRoles = ['inbox', 'sent', 'drafts', 'archive', 'trash', 'junk', 'all'] as const;
export type FolderRole = (typeof folderRoles)[number];

const bySpecialUse: ReadonlyMap<string, FolderRole> = new Map([
  ['\\sent', 'sent'],
  ['\\drafts', 'drafts'],
  ['\\archive', 'archive'],
  ['\\trash', 'trash'],
  ['\\junk', 'junk'],
  ['\\all', 'all'],
]);

/** Of servers without special use, in the languages of Europe's mail programs. */
const names: readonly (readonly [FolderRole, readonly string[]])[] = [
  [
    'sent',
    [
      ...[
        'sent',
        'sent items',
        'sent messages',
        'sent mail',
        'gesendet',
        'gesendete objekte',
        'gesendete elemente',
      ],
      ...[
        'éléments envoyés',
        'messages envoyés',
        'envoyés',
        'posta inviata',
        'inviata',
        'inviati',
        'enviados',
      ],
      ...[
        'elementos enviados',
        'mensajes enviados',
        'itens enviados',
        'verzonden',
        'verzonden items',
        'skickat',
      ],
      ...['sendt', 'sendte elementer', 'wysłane', 'elementy wysłane', 'odeslané', 'отправленные'],
    ],
  ],
  [
    'drafts',
    [
      ...[
        'drafts',
        'draft',
        'entwürfe',
        'entwurf',
        'brouillons',
        'bozze',
        'borradores',
        'rascunhos',
        'concepten',
      ],
      ...['utkast', 'kladder', 'szkice', 'wersje robocze', 'koncepty', 'черновики'],
    ],
  ],
  [
    'archive',
    [
      'archive',
      'archives',
      'archiv',
      'archivio',
      'archivo',
      'arquivo',
      'archief',
      'arkiv',
      'archiwum',
      'архив',
    ],
  ],
  [
    'trash',
    [
      ...[
        'trash',
        'deleted',
        'deleted items',
        'deleted messages',
        'papierkorb',
        'gelöscht',
        'gelöschte objekte',
      ],
      ...['gelöschte elemente', 'corbeille', 'éléments supprimés', 'cestino', 'posta eliminata', 'papelera'],
      ...[
        'elementos eliminados',
        'lixeira',
        'lixo',
        'prullenbak',
        'verwijderde items',
        'papperskorgen',
        'kosz',
        'koš',
      ],
      'корзина',
    ],
  ],
  [
    'junk',
    [
      ...[
        'junk',
        'junk e-mail',
        'junk email',
        'spam',
        'bulk mail',
        'spamverdacht',
        'unerwünscht',
        'courrier indésirable',
      ],
      ...[
        'indésirables',
        'posta indesiderata',
        'correo no deseado',
        'ongewenste e-mail',
        'skräppost',
        'нежелательная почта',
      ],
    ],
  ],
];
const byName = new Map(names.flatMap(([role, list]) => list.map((name) => [name, role] as const)));

export interface NamedFolder {
  readonly path: string;
  readonly delimiter: string | null;
  readonly specialUse: string | null;
}

const leafOf = ({ path, delimiter }: NamedFolder): string =>
  (delimiter === null ? path : path.slice(path.lastIndexOf(delimiter) + 1))
    .normalize('NFC')
    .toLowerCase()
    .trim();

/** How deep below the root; a first level that is INBOX does not count, since some servers put all folders there. */
function depthOf({ path, delimiter }: NamedFolder): number {
  const levels = delimiter === null ? [path] : path.split(delimiter);
  return levels.length - (levels.length > 1 && levels[0]!.toUpperCase() === 'INBOX' ? 1 : 0);
}

/**
 * What each folder is for, by its path. A server's word (special use) comes first; where it says nothing of a role, a name on the first level decides, and only
 * where it is the one such name: of two the owner has to choose.
 */
export function rolesOf(folders: readonly NamedFolder[]): ReadonlyMap<string, FolderRole> {
  const roles = new Map<string, FolderRole>();
  for (const folder of folders) {
    const role =
      folder.path.toUpperCase() === 'INBOX'
        ? 'inbox'
        : bySpecialUse.get(folder.specialUse?.toLowerCase() ?? '');
    if (role) roles.set(folder.path, role);
  }
  const said = new Set(roles.values());
  for (const role of folderRoles.filter((one) => !said.has(one))) {
    const named = folders.filter(
      (one) => !roles.has(one.path) && depthOf(one) === 1 && byName.get(leafOf(one)) === role,
    );
    if (named.length === 1) roles.set(named[0]!.path, role);
  }
  return roles;
}
