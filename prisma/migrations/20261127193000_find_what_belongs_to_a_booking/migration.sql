-- CreateIndex
CREATE INDEX "invoices_studio_id_booking_id_idx" ON "invoices"("studio_id", "booking_id");

-- CreateIndex
CREATE INDEX "tasks_studio_id_booking_id_idx" ON "tasks"("studio_id", "booking_id");
