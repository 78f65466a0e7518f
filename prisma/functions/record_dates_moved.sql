-- Made by libs/database/src/runs/dates-moved.sql.ts: signals the runs that can see a date that moved.
CREATE OR REPLACE FUNCTION "record_dates_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "run_signals" ("studio_id", "run_id", "kind")
  WITH "projects_of_it" AS (
    SELECT NEW."id" WHERE TG_TABLE_NAME = 'projects'
  ), "bookings_of_it" AS (
    SELECT NEW."id" WHERE TG_TABLE_NAME = 'bookings'
    UNION ALL
    SELECT x."id" FROM "projects_of_it" y JOIN "bookings" x ON x."studio_id" = NEW."studio_id" AND x."project_id" = y."id"
  ), "about" AS (
    SELECT NEW."id"
    UNION SELECT "id" FROM "bookings_of_it"
    UNION SELECT x."id" FROM "bookings_of_it" y JOIN "tasks" x ON x."studio_id" = NEW."studio_id" AND x."booking_id" = y."id"
    UNION SELECT x."id" FROM "bookings_of_it" y JOIN "invoices" x ON x."studio_id" = NEW."studio_id" AND x."booking_id" = y."id"
  )
  SELECT NEW."studio_id", r."id", 'recheck'
  FROM "about" JOIN "runs" r ON r."studio_id" = NEW."studio_id" AND r."subject_id" = "about"."id" AND r."ended_at" IS NULL;
  RETURN NULL;
END $$;
