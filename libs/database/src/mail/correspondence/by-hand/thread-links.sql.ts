import { json, oneOf, text } from '../../../client/columns.js';
import { statement } from '../../../client/statement.js';

/** A thread belongs to a record because a person says so: that beats every rule, and holds for later mails. */
export const linkThreadByHand = statement({
  name: 'link-thread-by-hand',
  params: { studioId: text, threadId: text, type: text, recordId: text, by: text },
  sql: `
  INSERT INTO thread_links (studio_id, thread_id, record_type, record_id, source, state, by)
  VALUES (:studioId::uuid, :threadId::uuid, :type, :recordId::uuid, 'hand', 'on', :by)
  ON CONFLICT (studio_id, thread_id, record_type, record_id) DO UPDATE SET source = 'hand', state = 'on', by = excluded.by`,
});

/** It does not, which no rule undoes. */
export const unlinkThreadByHand = statement({
  name: 'unlink-thread-by-hand',
  params: { studioId: text, threadId: text, type: text, recordId: text, by: text },
  sql: `
  INSERT INTO thread_links (studio_id, thread_id, record_type, record_id, source, state, by)
  VALUES (:studioId::uuid, :threadId::uuid, :type, :recordId::uuid, 'hand', 'off', :by)
  ON CONFLICT (studio_id, thread_id, record_type, record_id) DO UPDATE SET source = 'hand', state = 'off', by = excluded.by`,
});

/** The messages that are there follow their thread. */
export const linkMessagesByHand = statement({
  name: 'link-messages-by-hand',
  params: { studioId: text, threadId: text, type: text, recordId: text, state: oneOf<'on' | 'off'>() },
  sql: `
  INSERT INTO message_links (studio_id, record_id, message_id, record_type, source, state)
  SELECT m.studio_id, :recordId::uuid, m.id, :type, 'hand', :state::link_state FROM messages m
  WHERE m.studio_id = :studioId::uuid AND m.thread_id = :threadId::uuid
  ON CONFLICT (studio_id, record_id, message_id) DO UPDATE SET record_type = excluded.record_type, source = 'hand', state = excluded.state`,
});

/** What was asked is answered; by none of the candidates where nothing is said. */
export const closeThreadQuestion = statement({
  name: 'close-thread-question',
  params: { studioId: text, threadId: text, left: json<false>().orNull },
  sql: `
  UPDATE threads SET question = :left::jsonb, is_by_hand = true WHERE studio_id = :studioId::uuid AND id = :threadId::uuid`,
});

/** The other person was made a contact, or is not to be one. */
export const closeNewContact = statement({
  name: 'close-new-contact',
  params: { studioId: text, threadId: text },
  sql: `
  UPDATE threads SET new_contact = 'false'::jsonb WHERE studio_id = :studioId::uuid AND id = :threadId::uuid AND new_contact <> 'false'::jsonb`,
});
