-- Where mails lie as they are shown: as on the server, with what people have asked and is not done yet laid over it. A mail that is marked as deleted is not
-- shown. `in_folder`: where it lies; `folder_id`: where it is shown.
CREATE OR REPLACE FUNCTION "shown_placements"("studio" uuid, "messages_of" uuid[])
RETURNS TABLE ("message_id" uuid, "mailbox_id" uuid, "in_folder" uuid, "folder_id" uuid, "uid_validity" bigint, "uid" bigint, "flags" text[])
LANGUAGE sql STABLE AS $$
  WITH "mine" AS (
    SELECT c."message_id", c."kind", c."payload", c."seq", c."payload"->'place' AS "place"
    FROM "mailbox_commands" c
    WHERE c."studio_id" = "studio" AND c."message_id" = ANY("messages_of") AND c."state" IN ('waiting', 'running', 'confirming')
  ), "said" AS (
    SELECT DISTINCT ON (o."message_id", o."place", lower(f."flag")) o."message_id", o."place", f."flag", f."is_set"
    FROM "mine" o CROSS JOIN LATERAL (
      SELECT jsonb_array_elements_text(o."payload"->'add') AS "flag", true AS "is_set"
      UNION ALL SELECT jsonb_array_elements_text(o."payload"->'remove'), false) f
    WHERE o."kind" = 'flags'
    ORDER BY o."message_id", o."place", lower(f."flag"), o."seq" DESC)
  SELECT m."id", p."mailbox_id", p."folder_id",
    COALESCE((
      SELECT (o."payload"->>'to')::uuid FROM "mine" o
      WHERE o."message_id" = m."id" AND o."kind" = 'move' AND o."place" = k."place" ORDER BY o."seq" DESC LIMIT 1), p."folder_id"),
    p."uid_validity", p."uid",
    ARRAY(SELECT f FROM unnest(p."flags") f WHERE NOT EXISTS (
        SELECT FROM "said" s WHERE s."message_id" = m."id" AND s."place" = k."place" AND lower(s."flag") = lower(f)))
      || ARRAY(SELECT s."flag" FROM "said" s WHERE s."message_id" = m."id" AND s."place" = k."place" AND s."is_set")
  FROM "messages" m
    JOIN "placements" p ON p."studio_id" = m."studio_id" AND p."mailbox_id" = m."mailbox_id" AND p."sha256" = m."sha256" AND p."gone_at" IS NULL
    CROSS JOIN LATERAL (
      SELECT jsonb_build_object('folder', p."folder_id", 'uidValidity', p."uid_validity"::text, 'uid', p."uid") AS "place") k
  WHERE m."studio_id" = "studio" AND m."id" = ANY("messages_of") AND NOT '\Deleted' = ANY(p."flags")
    AND NOT EXISTS (SELECT FROM "mine" o WHERE o."message_id" = m."id" AND o."kind" = 'delete' AND o."place" = k."place")
$$;
