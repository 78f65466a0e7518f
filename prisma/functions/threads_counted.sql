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
