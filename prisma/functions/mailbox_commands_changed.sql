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
