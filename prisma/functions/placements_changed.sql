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
