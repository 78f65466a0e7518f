-- Zone and hours of a brand are seen by every open run of the studio that has begun.
CREATE OR REPLACE FUNCTION "brand_clock_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "run_signals" ("studio_id", "run_id", "kind")
  SELECT NEW."studio_id", "id", 'recheck' FROM "runs" WHERE "studio_id" = NEW."studio_id" AND "ended_at" IS NULL AND "status" <> 'starting';
  RETURN NULL;
END $$;
