-- Up to when the dates of records have been looked at for a workflow: what lies between then and now is started, however long no worker looked.
CREATE TABLE "date_trigger_sweeps" (
  "workflow_id" UUID NOT NULL,
  "studio_id" UUID NOT NULL,
  "swept_until" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "date_trigger_sweeps_pkey" PRIMARY KEY ("workflow_id")
);
CREATE UNIQUE INDEX "date_trigger_sweeps_studio_id_workflow_id_key" ON "date_trigger_sweeps" ("studio_id", "workflow_id");
ALTER TABLE "date_trigger_sweeps" ADD CONSTRAINT "date_trigger_sweeps_studio_id_workflow_id_fkey"
  FOREIGN KEY ("studio_id", "workflow_id") REFERENCES "workflows" ("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "bookings_studio_id_ends_at_idx" ON "bookings" ("studio_id", "ends_at");
CREATE INDEX "invoices_studio_id_due_on_idx" ON "invoices" ("studio_id", "due_on");
CREATE INDEX "invoices_studio_id_issued_on_idx" ON "invoices" ("studio_id", "issued_on");
