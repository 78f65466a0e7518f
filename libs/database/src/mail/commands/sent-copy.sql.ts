/**
 * Asks for a copy of a mail that has left in the Sent folder of the mailbox that it came from, where its brand has one there. Whether the provider files it itself the
 * worker of the mailbox finds out.
 * @param sent the name of rows of sends: id, studio_id, brand_id, message_id. `:copy` has the bytes; null: none is wanted.
 */
export const askForSentCopy = (sent: string): string => `
    INSERT INTO mailbox_commands (id, studio_id, mailbox_id, key, kind, message_id, payload, content)
    SELECT gen_random_uuid(), s.studio_id, b.id, 'sent ' || s.id, 'append', m.id, jsonb_build_object('kind', 'append', 'to', f.id,
      'marks', jsonb_build_array(jsonb_build_object('header', 'Message-ID', 'value', s.message_id)), 'flags', jsonb_build_array('\\Seen'),
      'date', floor(extract(epoch FROM now()) * 1000), 'insteadOf', NULL, 'isSentCopy', true), :copy
    FROM ${sent} s
      JOIN messages m ON m.studio_id = s.studio_id AND m.send_id = s.id
      JOIN mailboxes b ON b.studio_id = s.studio_id AND b.brand_id = s.brand_id AND lower(b.address) = lower(m.from_address) AND b.sent_copy <> 'provider'
      JOIN mail_folders f ON f.studio_id = b.studio_id AND f.mailbox_id = b.id AND f.role = 'sent' AND f.gone_at IS NULL
    WHERE :copy::bytea IS NOT NULL
    ON CONFLICT (studio_id, mailbox_id, key) DO NOTHING`;
