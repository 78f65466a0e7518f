-- Tells every worker that a mailbox is new, has other settings, or is gone: its id.
CREATE OR REPLACE FUNCTION "mailbox_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cueline_mailboxes', COALESCE(NEW.id, OLD.id)::text);
  RETURN NULL;
END $$;
