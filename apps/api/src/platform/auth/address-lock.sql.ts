import { statement, text } from '@cueline/database/sql';

/** Of two changes about the same address one waits for the other, until its transaction ends. The address comes with its studio where that matters. */
export const lockAddress = statement({
  name: 'lock-address',
  params: { address: text },
  sql: `SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('cueline address ' || :address::text, 0))) held`,
});

/** The invitation of whatever studio: its link names it. */
export const lockInvitation = statement({
  name: 'lock-invitation',
  params: { id: text },
  sql: 'SELECT 1 FROM invitations WHERE id = :id::uuid FOR UPDATE',
});

/** The request for a new password. */
export const lockReset = statement({
  name: 'lock-password-reset',
  params: { id: text },
  sql: 'SELECT 1 FROM password_resets WHERE id = :id::uuid FOR UPDATE',
});
