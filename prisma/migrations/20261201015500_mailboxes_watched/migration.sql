-- AlterTable
ALTER TABLE "mailboxes" ADD COLUMN     "import_done" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "import_total" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "notified_at" TIMESTAMPTZ(3);

-- Tells every worker that a mailbox is new, has other settings, or is gone: its id.
CREATE OR REPLACE FUNCTION "mailbox_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cueline_mailboxes', COALESCE(NEW.id, OLD.id)::text);
  RETURN NULL;
END $$;

CREATE TRIGGER mailbox_changed AFTER INSERT OR UPDATE OF "revision" OR DELETE ON "mailboxes" FOR EACH ROW EXECUTE FUNCTION mailbox_changed();
