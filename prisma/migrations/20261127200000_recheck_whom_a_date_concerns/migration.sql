-- CreateIndex
CREATE INDEX "bookings_studio_id_project_id_idx" ON "bookings"("studio_id", "project_id");

-- A date is told to the runs that can see it: those about its record, about what belongs to that booking, or to the bookings of that project.
CREATE OR REPLACE FUNCTION "record_dates_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "run_signals" ("studio_id", "run_id", "kind")
  WITH "its_bookings" AS (
    SELECT NEW."id" WHERE TG_TABLE_NAME = 'bookings'
    UNION ALL
    SELECT b."id" FROM "bookings" b WHERE TG_TABLE_NAME = 'projects' AND b."studio_id" = NEW."studio_id" AND b."project_id" = NEW."id"
  ), "about" AS (
    SELECT NEW."id"
    UNION SELECT "id" FROM "its_bookings"
    UNION SELECT i."id" FROM "its_bookings" b JOIN "invoices" i ON i."studio_id" = NEW."studio_id" AND i."booking_id" = b."id"
    UNION SELECT t."id" FROM "its_bookings" b JOIN "tasks" t ON t."studio_id" = NEW."studio_id" AND t."booking_id" = b."id"
  )
  SELECT NEW."studio_id", r."id", 'recheck'
  FROM "about" JOIN "runs" r ON r."studio_id" = NEW."studio_id" AND r."subject_id" = "about"."id" AND r."ended_at" IS NULL;
  RETURN NULL;
END $$;

-- Whose day it is matters to all that is under way for a client.
CREATE OR REPLACE FUNCTION "client_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "run_signals" ("studio_id", "run_id", "kind")
  SELECT NEW."studio_id", r."id", 'recheck' FROM "runs" r
  WHERE r."client_id" = NEW."id" AND r."studio_id" = NEW."studio_id" AND r."ended_at" IS NULL;
  RETURN NULL;
END $$;

DROP FUNCTION "runs_recheck"(UUID, UUID, UUID);
