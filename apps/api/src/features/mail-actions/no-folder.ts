/** What a person does about a folder that is missing. */
export const noFolder = {
  inbox: {
    en: 'The inbox of this mailbox has not been read yet. Try again in a moment.',
    de: 'Der Posteingang dieses Postfachs ist noch nicht gelesen. Versuche es gleich noch einmal.',
  },
  archive: {
    en: 'This mailbox has no archive folder. Make one called Archive in your mail program, or choose the folder for it in the settings of the mailbox.',
    de: 'Dieses Postfach hat keinen Archivordner. Lege in deinem Mailprogramm einen Ordner „Archiv“ an, oder wähle ihn in den Einstellungen des Postfachs.',
  },
  trash: {
    en: 'This mailbox has no trash folder. Make one called Trash in your mail program, or choose the folder for it in the settings of the mailbox.',
    de: 'Dieses Postfach hat keinen Papierkorb. Lege in deinem Mailprogramm einen Ordner „Papierkorb“ an, oder wähle ihn in den Einstellungen des Postfachs.',
  },
} as const;
