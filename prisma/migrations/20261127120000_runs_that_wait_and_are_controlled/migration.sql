-- A run is told more than to exit.
ALTER TABLE "run_signals"
  ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'exit',
  ADD COLUMN "payload" JSONB NOT NULL DEFAULT '{}',
  ALTER COLUMN "event_id" DROP NOT NULL,
  ALTER COLUMN "event_type" DROP NOT NULL;
ALTER TABLE "run_signals" ALTER COLUMN "kind" DROP DEFAULT;
ALTER TABLE "run_signals" DROP COLUMN "exit";
DROP INDEX "run_signals_run_id_event_id_key";
CREATE UNIQUE INDEX "run_signals_run_id_event_id_kind_key" ON "run_signals" ("run_id", "event_id", "kind");

ALTER TABLE "runs" ADD COLUMN "paused_at" TIMESTAMPTZ(3);
-- The instant that a person set for this wait.
ALTER TABLE "run_steps" ADD COLUMN "override_at" TIMESTAMPTZ(3);

-- What people asked of runs, with who and why.
CREATE TABLE "run_controls" (
  "id" UUID NOT NULL,
  "studio_id" UUID NOT NULL,
  "run_id" UUID NOT NULL,
  "action" TEXT NOT NULL,
  "params" JSONB NOT NULL DEFAULT '{}',
  "note" TEXT NOT NULL DEFAULT '',
  "actor_type" TEXT NOT NULL,
  "actor_id" TEXT NOT NULL,
  "actor_name" TEXT NOT NULL DEFAULT '',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "run_controls_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "run_controls_studio_id_run_id_created_at_idx" ON "run_controls" ("studio_id", "run_id", "created_at");
ALTER TABLE "run_controls" ADD CONSTRAINT "run_controls_studio_id_run_id_fkey"
  FOREIGN KEY ("studio_id", "run_id") REFERENCES "runs" ("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TYPE "approval_state" AS ENUM ('waiting', 'approved', 'declined', 'lapsed');
CREATE TABLE "approvals" (
  "id" UUID NOT NULL,
  "studio_id" UUID NOT NULL,
  "run_id" UUID NOT NULL,
  "step_id" TEXT NOT NULL,
  "visit" INTEGER NOT NULL,
  "question" TEXT NOT NULL,
  "state" "approval_state" NOT NULL DEFAULT 'waiting',
  "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "reminders" INTEGER NOT NULL DEFAULT 0,
  "reminded_at" TIMESTAMPTZ(3),
  "decided_at" TIMESTAMPTZ(3),
  "decided_by_id" TEXT,
  "decided_by_name" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "approvals_studio_id_id_key" ON "approvals" ("studio_id", "id");
CREATE UNIQUE INDEX "approvals_run_id_step_id_visit_key" ON "approvals" ("run_id", "step_id", "visit");
CREATE INDEX "approvals_studio_id_state_asked_at_idx" ON "approvals" ("studio_id", "state", "asked_at");
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_studio_id_run_id_fkey"
  FOREIGN KEY ("studio_id", "run_id") REFERENCES "runs" ("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever moves a date, and however, the runs that may wait for it are told, in the transaction of the change.
CREATE FUNCTION "runs_recheck"(studio UUID, client UUID, subject UUID) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "run_signals" ("studio_id", "run_id", "kind")
  SELECT studio, "id", 'recheck' FROM (
    SELECT r."id", r."studio_id" FROM "runs" r WHERE r."subject_id" = subject AND r."ended_at" IS NULL
    UNION
    SELECT r."id", r."studio_id" FROM "runs" r WHERE r."client_id" = client AND r."ended_at" IS NULL
  ) about WHERE "studio_id" = studio
$$;

CREATE FUNCTION "record_dates_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "runs_recheck"(NEW."studio_id", (to_jsonb(NEW)->>'client_id')::uuid, NEW."id");
  RETURN NULL;
END $$;

CREATE FUNCTION "client_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "runs_recheck"(NEW."studio_id", NEW."id", NEW."id");
  RETURN NULL;
END $$;

CREATE FUNCTION "brand_clock_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "run_signals" ("studio_id", "run_id", "kind")
  SELECT NEW."studio_id", "id", 'recheck' FROM "runs" WHERE "studio_id" = NEW."studio_id" AND "ended_at" IS NULL AND "status" <> 'starting';
  RETURN NULL;
END $$;

CREATE TRIGGER "bookings_moved" AFTER UPDATE OF "starts_at", "ends_at" ON "bookings" FOR EACH ROW
  WHEN (OLD."starts_at" IS DISTINCT FROM NEW."starts_at" OR OLD."ends_at" IS DISTINCT FROM NEW."ends_at")
  EXECUTE FUNCTION "record_dates_moved"();
CREATE TRIGGER "invoices_moved" AFTER UPDATE OF "due_on", "issued_on" ON "invoices" FOR EACH ROW
  WHEN (OLD."due_on" IS DISTINCT FROM NEW."due_on" OR OLD."issued_on" IS DISTINCT FROM NEW."issued_on")
  EXECUTE FUNCTION "record_dates_moved"();
CREATE TRIGGER "projects_moved" AFTER UPDATE OF "due_on" ON "projects" FOR EACH ROW
  WHEN (OLD."due_on" IS DISTINCT FROM NEW."due_on") EXECUTE FUNCTION "record_dates_moved"();
CREATE TRIGGER "tasks_moved" AFTER UPDATE OF "due_at" ON "tasks" FOR EACH ROW
  WHEN (OLD."due_at" IS DISTINCT FROM NEW."due_at") EXECUTE FUNCTION "record_dates_moved"();
CREATE TRIGGER "inquiries_moved" AFTER UPDATE OF "event_on" ON "inquiries" FOR EACH ROW
  WHEN (OLD."event_on" IS DISTINCT FROM NEW."event_on") EXECUTE FUNCTION "record_dates_moved"();
CREATE TRIGGER "clients_moved" AFTER UPDATE OF "zone" ON "clients" FOR EACH ROW
  WHEN (OLD."zone" IS DISTINCT FROM NEW."zone") EXECUTE FUNCTION "client_moved"();
CREATE TRIGGER "brands_moved" AFTER UPDATE OF "zone", "business_hours" ON "brands" FOR EACH ROW
  WHEN (OLD."zone" IS DISTINCT FROM NEW."zone" OR OLD."business_hours" IS DISTINCT FROM NEW."business_hours")
  EXECUTE FUNCTION "brand_clock_changed"();
