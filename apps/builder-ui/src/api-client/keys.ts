/**
 * The names of what is read from the API. A list is found below the name of its records, so that a change of records
 * reaches every list of them.
 */
export const keys = {
  me: ['me'],
  members: ['members'],
  invitations: ['invitations'],
  sessions: ['sessions'],
  link: (purpose: 'invitation' | 'password-reset', token: string) => ['link', purpose, token],
  staff: {
    all: ['staff'],
    names: ['staff', 'names'],
    one: (id: string) => ['staff', 'one', id],
    list: (search: string) => ['staff', 'list', search],
  },
  brands: ['brands'],
  clients: {
    all: ['clients'],
    one: (id: string | null) => ['clients', 'one', id],
    list: (search: string) => ['clients', 'list', search],
    choice: (search: string) => ['clients', 'choice', search],
  },
  bookings: {
    all: ['bookings'],
    list: ['bookings', 'list'],
    one: (id: string) => ['bookings', 'one', id],
    ofClient: (id: string) => ['bookings', 'of-client', id],
    ofProject: (id: string) => ['bookings', 'of-project', id],
  },
  vendors: {
    all: ['vendors'],
    one: (id: string) => ['vendors', 'one', id],
    list: (search: string) => ['vendors', 'list', search],
  },
  projects: {
    all: ['projects'],
    one: (id: string | null) => ['projects', 'one', id],
    list: (search: string) => ['projects', 'list', search],
  },
  inquiries: {
    all: ['inquiries'],
    one: (id: string) => ['inquiries', 'one', id],
    list: (status: string, search: string) => ['inquiries', 'list', status, search],
  },
  invoices: {
    all: ['invoices'],
    one: (id: string) => ['invoices', 'one', id],
    list: (status: string, search: string) => ['invoices', 'list', status, search],
    ofClient: (id: string) => ['invoices', 'of-client', id],
  },
  threads: {
    all: ['threads'],
    list: (view: object) => ['threads', 'list', view],
    counts: ['threads', 'counts'],
    one: (id: string) => ['threads', 'one', id],
    ofRecord: (recordId: string) => ['threads', 'of-record', recordId],
    /** Outside of `all`: what is being written is not read again under the person’s hands. */
    answer: (messageId: string, kind: string) => ['answer', messageId, kind],
  },
  mailboxes: ['mailboxes'],
  recordsFound: (type: string, search: string) => ['records-found', type, search],
  timeline: {
    all: ['timeline'],
    of: (about: object) => ['timeline', 'of', about],
    underWay: (about: object) => ['timeline', 'under-way', about],
  },
  tasks: {
    all: ['tasks'],
    list: (status: string) => ['tasks', 'list', status],
    count: ['tasks', 'count'],
  },
  templates: {
    all: ['templates'],
    names: ['templates', 'names'],
    list: (search: string, shown: 'active' | 'archived') => ['templates', 'list', search, shown],
    /** Apart from the lists: a draft that is open is not read again because a list changes. */
    one: (id: string) => ['template', id],
    preview: (body: object) => ['template-preview', body],
    thumbnail: (id: string, updatedAt: string) => ['template-thumbnail', id, updatedAt],
    source: (id: string, draft: object) => ['template-source', id, draft],
    use: (id: string) => ['template-use', id],
  },
  workflows: {
    all: ['workflows'],
    names: ['workflows', 'names'],
    list: ['workflows', 'list'],
    versions: (id: string) => ['workflows', 'versions', id],
    /** Apart from the lists, as a template. */
    one: (id: string) => ['workflow', id],
    impact: (id: string, revision: number | undefined) => ['workflow', id, 'impact', revision],
  },
  runs: {
    /** What a run does may open or close an approval: those are found below it. */
    all: ['runs'],
    list: (filter: object) => ['runs', 'list', filter],
    one: (id: string) => ['runs', 'one', id],
  },
  approvals: {
    list: (state: string) => ['runs', 'approvals', 'list', state],
    ofRun: (runId: string) => ['runs', 'approvals', 'of', runId],
    email: (id: string) => ['runs', 'approvals', 'email', id],
    preview: (id: string, email: object) => ['runs', 'approvals', 'preview', id, email],
    count: ['runs', 'approvals', 'count'],
  },
  sends: {
    all: ['sends'],
    holds: ['sends', 'holds'],
    held: (group: string) => ['sends', 'held', group],
    box: (box: string) => ['sends', 'box', box],
    one: (id: string) => ['sends', 'one', id],
    why: (id: string) => ['sends', 'why', id],
    count: ['sends', 'holds', 'count'],
  },
  suppressions: {
    all: ['suppressions'],
    list: (search: string, shown: string) => ['suppressions', 'list', search, shown],
  },
  emailAccounts: {
    all: ['email-accounts'],
    list: ['email-accounts', 'list'],
    one: (id: string) => ['email-accounts', 'one', id],
    sender: (brandId: string) => ['email-accounts', 'sender', brandId],
    inboxes: ['email-accounts', 'inboxes'],
    inbox: (id: string) => ['email-accounts', 'inbox', id],
    folders: (id: string) => ['email-accounts', 'folders', id],
    journal: (id: string) => ['email-accounts', 'journal', id],
    found: (address: string) => ['email-accounts-found', address],
    /** Outside of `all`: a code counts once. */
    signIn: (state: string) => ['email-sign-in', state],
    domain: (address: string, host: string) => ['email-accounts', 'domain', address, host],
  },
  messages: { of: (recordId: string) => ['sends', 'messages', recordId] },
  letters: {
    all: ['letters'],
    start: (about: object) => ['letters', 'start', about],
    preview: (about: object, letter: object) => ['letters', 'preview', about, letter],
  },
  caught: {
    all: ['caught'],
    one: (id: string) => ['caught', id],
  },
} as const;
