-- Every event that a run writes names the event that the whole chain goes back to, and each such event counts its runs.
ALTER TABLE "events" ADD COLUMN "root_event_id" UUID;

CREATE TABLE "chained_runs" (
    "studio_id" UUID NOT NULL,
    "root_event_id" UUID NOT NULL,
    "runs" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "chained_runs_pkey" PRIMARY KEY ("root_event_id")
);
CREATE UNIQUE INDEX "chained_runs_studio_id_root_event_id_key" ON "chained_runs"("studio_id", "root_event_id");
ALTER TABLE "chained_runs" ADD CONSTRAINT "chained_runs_studio_id_root_event_id_fkey"
  FOREIGN KEY ("studio_id", "root_event_id") REFERENCES "events"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Events are claimed studio by studio: the first one of each is found without reading the others.
DROP INDEX "events_undispatched";
CREATE INDEX "events_undispatched" ON "events" ("studio_id", "seq") WHERE "dispatched_at" IS NULL;
DROP INDEX "runs_starting";
CREATE INDEX "runs_starting" ON "runs" ("studio_id", "created_at") WHERE "status" = 'starting';
