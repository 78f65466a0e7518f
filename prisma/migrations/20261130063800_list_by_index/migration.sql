-- Every list goes by an index, as do its filters: a page is read, not the table.
CREATE INDEX "vendors_studio_id_created_at_idx" ON "vendors"("studio_id", "created_at");
CREATE INDEX "staff_studio_id_created_at_idx" ON "staff"("studio_id", "created_at");
CREATE INDEX "projects_studio_id_created_at_idx" ON "projects"("studio_id", "created_at");
CREATE INDEX "bookings_studio_id_created_at_idx" ON "bookings"("studio_id", "created_at");
CREATE INDEX "bookings_studio_id_status_created_at_idx" ON "bookings"("studio_id", "status", "created_at");
CREATE INDEX "inquiries_studio_id_created_at_idx" ON "inquiries"("studio_id", "created_at");
CREATE INDEX "inquiries_studio_id_client_id_idx" ON "inquiries"("studio_id", "client_id");
CREATE INDEX "invoices_studio_id_created_at_idx" ON "invoices"("studio_id", "created_at");
CREATE INDEX "invoices_studio_id_status_created_at_idx" ON "invoices"("studio_id", "status", "created_at");
CREATE INDEX "tasks_studio_id_created_at_idx" ON "tasks"("studio_id", "created_at");
DROP INDEX "tasks_studio_id_status_idx";
CREATE INDEX "tasks_studio_id_status_created_at_idx" ON "tasks"("studio_id", "status", "created_at");
CREATE INDEX "tasks_studio_id_client_id_idx" ON "tasks"("studio_id", "client_id");
CREATE INDEX "events_studio_id_seq_idx" ON "events"("studio_id", "seq");
CREATE INDEX "workflows_studio_id_name_idx" ON "workflows"("studio_id", "name");
CREATE INDEX "templates_studio_id_name_idx" ON "templates"("studio_id", "name");
DROP INDEX "runs_studio_id_status_idx";
CREATE INDEX "runs_studio_id_status_created_at_idx" ON "runs"("studio_id", "status", "created_at");
CREATE INDEX "runs_studio_id_workflow_id_created_at_idx" ON "runs"("studio_id", "workflow_id", "created_at");
CREATE INDEX "messages_studio_id_occurred_at_idx" ON "messages"("studio_id", "occurred_at");
-- How many runs of a workflow are open, beside thousands that have ended.
CREATE INDEX "runs_open_workflow" ON "runs" ("workflow_id") WHERE "ended_at" IS NULL;
