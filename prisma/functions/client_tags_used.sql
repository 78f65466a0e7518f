-- Keeps every tag that a client of the studio has had.
CREATE OR REPLACE FUNCTION "client_tags_used"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "client_tags" ("studio_id", "tag")
    SELECT NEW."studio_id", t FROM unnest(NEW."tags") t
    WHERE t IS NOT NULL
      AND NOT EXISTS (SELECT FROM "client_tags" k WHERE k."studio_id" = NEW."studio_id" AND k."tag" = t)
    ORDER BY t
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
