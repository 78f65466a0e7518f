-- Whether messages are unread and flagged, and in which boxes their threads lie, by the placements of their mails and what is asked of them. A mail without a placement
-- is read.
-- Under the studio's lock of correspondence: whoever changes threads has it.
CREATE OR REPLACE FUNCTION "correspondence_shown"("studio" uuid, "changed" uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('cueline correspondence ' || "studio", 0));
  UPDATE "messages" m SET "is_unread" = s."is_unread", "is_flagged" = s."is_flagged"
  FROM (
    SELECT x."id", COALESCE(bool_and(NOT '\Seen' = ANY(p."flags")), false) AND x."direction" = 'incoming' AS "is_unread",
      COALESCE(bool_or('\Flagged' = ANY(p."flags")), false) AS "is_flagged"
    FROM "messages" x LEFT JOIN "shown_placements"("studio", "changed") p ON p."message_id" = x."id"
    WHERE x."studio_id" = "studio" AND x."id" = ANY("changed")
    GROUP BY x."id", x."direction") s
  WHERE m."studio_id" = "studio" AND m."id" = s."id" AND (m."is_unread", m."is_flagged") IS DISTINCT FROM (s."is_unread", s."is_flagged");
  PERFORM "threads_counted"("studio", ARRAY(
    SELECT DISTINCT x."thread_id" FROM "messages" x WHERE x."studio_id" = "studio" AND x."id" = ANY("changed") AND x."thread_id" IS NOT NULL));
END $$;

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
        SELECT DISTINCT f."role" FROM "shown_placements"("studio", ARRAY(
            SELECT x."id" FROM "messages" x WHERE x."studio_id" = "studio" AND x."thread_id" = g."id")) p
          JOIN "mail_folders" f ON f."studio_id" = "studio" AND f."id" = p."folder_id"
        WHERE f."role" IS NOT NULL ORDER BY 1) AS "boxes"
    FROM unnest("changed") AS g("id") LEFT JOIN "messages" m ON m."studio_id" = "studio" AND m."thread_id" = g."id"
    GROUP BY g."id") s
  WHERE t."studio_id" = "studio" AND t."id" = s."id";
$$;

-- What is asked of mails is shown at once, and no more once it is refused: the rows of a statement at a time.
CREATE OR REPLACE FUNCTION "mailbox_commands_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "of" record;
BEGIN
  FOR "of" IN
    SELECT c."studio_id", array_agg(DISTINCT c."message_id") AS "ids"
    FROM "changed" c WHERE c."message_id" IS NOT NULL AND c."kind" IN ('flags', 'move', 'delete') GROUP BY c."studio_id"
  LOOP
    PERFORM "correspondence_shown"("of"."studio_id", "of"."ids");
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER "mailbox_commands_given" AFTER INSERT ON "mailbox_commands" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mailbox_commands_changed"();
CREATE TRIGGER "mailbox_commands_changed" AFTER UPDATE ON "mailbox_commands" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "mailbox_commands_changed"();
