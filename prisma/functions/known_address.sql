-- A person who gets an address gets the mails of it that are there already, with the threads that they are in, as if it had been known before. What a person said of
-- a thread stays, and an address that another one has, too, proves nothing. Nothing is told to workflows: it is no news.
CREATE OR REPLACE FUNCTION "known_address"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "mails" uuid[];
  "its_threads" uuid[];
BEGIN
  IF NEW."email" IS NULL OR NEW."archived_at" IS NOT NULL THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF lower(OLD."email") IS NOT DISTINCT FROM lower(NEW."email") THEN RETURN NULL; END IF;
  END IF;
  SELECT array_agg(m."id"), array_agg(DISTINCT m."thread_id") INTO "mails", "its_threads" FROM "messages" m
  WHERE m."studio_id" = NEW."studio_id" AND m."thread_id" IS NOT NULL AND m."id" IN (
    SELECT p."message_id" FROM "message_people" p
    WHERE p."studio_id" = NEW."studio_id" AND p."key" = lower(NEW."email") AND p."role" IN ('from', 'replyTo', 'to', 'cc'));
  IF "mails" IS NULL THEN RETURN NULL; END IF;
  UPDATE "threads" t SET "new_contact" = 'false' WHERE t."studio_id" = NEW."studio_id" AND t."id" = ANY("its_threads")
    AND lower(t."new_contact"->>'address') = lower(NEW."email");
  IF EXISTS (SELECT FROM "clients" c WHERE c."studio_id" = NEW."studio_id" AND lower(c."email") = lower(NEW."email") AND c."archived_at" IS NULL AND c."id" <> NEW."id") THEN
    RETURN NULL;
  END IF;
  INSERT INTO "thread_links" ("studio_id", "thread_id", "record_type", "record_id", "source", "state")
  SELECT NEW."studio_id", t, TG_ARGV[0], NEW."id", 'address', 'on' FROM unnest("its_threads") t ON CONFLICT DO NOTHING;
  INSERT INTO "message_links" ("studio_id", "record_id", "message_id", "record_type", "source", "state")
  SELECT NEW."studio_id", NEW."id", m."id", TG_ARGV[0], CASE WHEN m."id" = ANY("mails") THEN 'address' ELSE 'thread' END::link_source, l."state"
  FROM "messages" m JOIN "thread_links" l ON l."studio_id" = m."studio_id" AND l."thread_id" = m."thread_id" AND l."record_type" = TG_ARGV[0] AND l."record_id" = NEW."id"
  WHERE m."studio_id" = NEW."studio_id" AND m."thread_id" = ANY("its_threads") ON CONFLICT DO NOTHING;
  IF TG_ARGV[0] = 'client' THEN
    UPDATE "messages" m SET "client_id" = NEW."id" WHERE m."studio_id" = NEW."studio_id" AND m."id" = ANY("mails") AND m."client_id" IS NULL;
  END IF;
  RETURN NULL;
END $$;
