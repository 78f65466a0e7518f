-- Filing mails into threads.
ALTER TABLE "intake" ADD COLUMN "taken_until" TIMESTAMPTZ(3);
DROP INDEX "intake_fetched";
CREATE INDEX "intake_fetched" ON "intake" ("studio_id", "mailbox_id", "is_news" DESC, "fetched_at") WHERE "state" = 'fetched';

DROP INDEX "threads_in_inbox";
ALTER TABLE "threads" DROP COLUMN "is_in_inbox";
ALTER TABLE "threads" ADD COLUMN "boxes" "folder_role"[] DEFAULT ARRAY[]::"folder_role"[];
ALTER TABLE "threads" ADD COLUMN "is_flagged" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "threads_in_inbox" ON "threads" ("studio_id", "last_at" DESC, "id") WHERE 'inbox' = ANY("boxes") AND "merged_into" IS NULL;

-- A mail that a person writes as an answer to another one, or to pass it on.
CREATE TYPE "answer_kind" AS ENUM ('reply', 'replyAll', 'forward');
ALTER TABLE "hand_mails" ADD COLUMN "answers_id" UUID, ADD COLUMN "answer_kind" "answer_kind";

-- Mails of ours that have no thread yet.
CREATE INDEX "messages_unfiled" ON "messages" ("studio_id", "occurred_at") WHERE "thread_id" IS NULL;

-- Where a message lies or lay, by its bytes.
DROP INDEX "placements_of_message";
CREATE INDEX "placements_of_message" ON "placements" ("studio_id", "mailbox_id", "sha256") WHERE "sha256" IS NOT NULL;

-- What lists show of threads, by the messages in them. Twins count once; the mail of a machine is no mail that waits for an answer.
CREATE OR REPLACE FUNCTION "threads_counted"("studio" uuid, "changed" uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "threads" t SET "message_count" = s."shown", "unread_count" = s."unread", "started_at" = COALESCE(s."started_at", t."started_at"),
    "last_at" = COALESCE(s."last_at", t."last_at"), "last_in_at" = s."last_in_at", "last_out_at" = s."last_out_at", "snippet" = COALESCE(s."snippet", ''),
    "is_flagged" = s."is_flagged", "boxes" = s."boxes"
  FROM (
    SELECT g."id", count(m."id") FILTER (WHERE m."twin_of" IS NULL)::int AS "shown",
      count(m."id") FILTER (WHERE m."is_unread" AND m."twin_of" IS NULL)::int AS "unread",
      COALESCE(bool_or(m."is_flagged"), false) AS "is_flagged", min(m."occurred_at") AS "started_at", max(m."occurred_at") AS "last_at",
      max(m."occurred_at") FILTER (WHERE m."direction" = 'incoming' AND m."kind" IN ('human', 'form')) AS "last_in_at",
      max(m."occurred_at") FILTER (WHERE m."direction" = 'outgoing') AS "last_out_at",
      (array_agg(m."snippet" ORDER BY m."occurred_at" DESC) FILTER (WHERE m."twin_of" IS NULL))[1] AS "snippet",
      ARRAY(
        SELECT DISTINCT f."role" FROM "messages" x
          JOIN "placements" p ON p."studio_id" = x."studio_id" AND p."mailbox_id" = x."mailbox_id" AND p."sha256" = x."sha256" AND p."gone_at" IS NULL
          JOIN "mail_folders" f ON f."studio_id" = p."studio_id" AND f."id" = p."folder_id"
        WHERE x."studio_id" = "studio" AND x."thread_id" = g."id" AND f."role" IS NOT NULL ORDER BY 1) AS "boxes"
    FROM unnest("changed") AS g("id") LEFT JOIN "messages" m ON m."studio_id" = "studio" AND m."thread_id" = g."id"
    GROUP BY g."id") s
  WHERE t."studio_id" = "studio" AND t."id" = s."id";
$$;

-- Whether messages are unread and flagged, and in which boxes their threads lie, by the placements of their mails. A mail without a placement is read.
-- Under the studio's lock of correspondence: whoever changes threads has it.
CREATE OR REPLACE FUNCTION "correspondence_shown"("studio" uuid, "changed" uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('cueline correspondence ' || "studio", 0));
  UPDATE "messages" m SET "is_unread" = s."is_unread", "is_flagged" = s."is_flagged"
  FROM (
    SELECT x."id", COALESCE(bool_and(NOT '\Seen' = ANY(p."flags")), false) AND x."direction" = 'incoming' AS "is_unread",
      COALESCE(bool_or('\Flagged' = ANY(p."flags")), false) AS "is_flagged"
    FROM "messages" x LEFT JOIN "placements" p ON p."studio_id" = x."studio_id" AND p."mailbox_id" = x."mailbox_id" AND p."sha256" = x."sha256" AND p."gone_at" IS NULL
    WHERE x."studio_id" = "studio" AND x."id" = ANY("changed")
    GROUP BY x."id", x."direction") s
  WHERE m."studio_id" = "studio" AND m."id" = s."id" AND (m."is_unread", m."is_flagged") IS DISTINCT FROM (s."is_unread", s."is_flagged");
  PERFORM "threads_counted"("studio", ARRAY(
    SELECT DISTINCT x."thread_id" FROM "messages" x WHERE x."studio_id" = "studio" AND x."id" = ANY("changed") AND x."thread_id" IS NOT NULL));
END $$;

-- Messages are shown as their mails lie on the server: the rows of a statement at a time.
CREATE OR REPLACE FUNCTION "placements_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "of" record;
BEGIN
  FOR "of" IN
    SELECT m."studio_id", array_agg(DISTINCT m."id") AS "ids"
    FROM "changed" c JOIN "messages" m ON m."studio_id" = c."studio_id" AND m."mailbox_id" = c."mailbox_id" AND m."sha256" = c."sha256"
    WHERE c."sha256" IS NOT NULL GROUP BY m."studio_id"
  LOOP
    PERFORM "correspondence_shown"("of"."studio_id", "of"."ids");
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER "placements_placed" AFTER INSERT ON "placements" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "placements_changed"();
CREATE TRIGGER "placements_changed" AFTER UPDATE ON "placements" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "placements_changed"();
CREATE TRIGGER "placements_removed" AFTER DELETE ON "placements" REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "placements_changed"();
