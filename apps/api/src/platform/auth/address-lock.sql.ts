/** Of two changes about the same address one waits for the other, until its transaction ends. `$1` the address, with its studio where it matters. */
export const holdAddress = {
  name: 'hold-address',
  text: `SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('cueline address ' || $1::text, 0))) held`,
};

/** `$1` the invitation, of whatever studio: its link names it. */
export const holdInvitation = {
  name: 'hold-invitation',
  text: `SELECT 1 FROM invitations WHERE id = $1::uuid FOR UPDATE`,
};

/** `$1` the wish to set a new password. */
export const holdReset = {
  name: 'hold-password-reset',
  text: `SELECT 1 FROM password_resets WHERE id = $1::uuid FOR UPDATE`,
};
