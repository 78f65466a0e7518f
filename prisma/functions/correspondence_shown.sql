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
