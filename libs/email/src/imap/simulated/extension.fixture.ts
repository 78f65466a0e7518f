/** What the server offers; the rest it lacks. */
export type Extension = 'CONDSTORE' | 'QRESYNC' | 'OBJECTID' | 'LIST-STATUS' | 'IDLE' | 'MOVE' | 'UIDPLUS';
