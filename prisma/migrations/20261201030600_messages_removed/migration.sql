-- A message that is gone is not found any more, and its thread shows what is left of it; nothing is left of one that had no other.
CREATE OR REPLACE FUNCTION "messages_removed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "of" record;
BEGIN
  DELETE FROM "message_search" s USING "removed" r WHERE s."studio_id" = r."studio_id" AND s."message_id" = r."id";
  FOR "of" IN
    SELECT r."studio_id", array_agg(DISTINCT r."thread_id") AS "ids" FROM "removed" r WHERE r."thread_id" IS NOT NULL GROUP BY r."studio_id"
  LOOP
    PERFORM "threads_counted"("of"."studio_id", "of"."ids");
    DELETE FROM "threads" t WHERE t."studio_id" = "of"."studio_id" AND t."id" = ANY("of"."ids")
      AND NOT EXISTS (SELECT FROM "messages" m WHERE m."studio_id" = t."studio_id" AND m."thread_id" = t."id");
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER "messages_removed" AFTER DELETE ON "messages" REFERENCING OLD TABLE AS "removed" FOR EACH STATEMENT EXECUTE FUNCTION "messages_removed"();
