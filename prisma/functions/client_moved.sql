-- Whose day it is matters to all that is under way for a client.
CREATE OR REPLACE FUNCTION "client_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "run_signals" ("studio_id", "run_id", "kind")
  SELECT NEW."studio_id", r."id", 'recheck' FROM "runs" r
  WHERE r."client_id" = NEW."id" AND r."studio_id" = NEW."studio_id" AND r."ended_at" IS NULL;
  RETURN NULL;
END $$;
