-- The calendar looks for them every few seconds among all invoices that ever were.
CREATE INDEX "invoices_to_come_due" ON "invoices" ("due_on", "id") WHERE "status" = 'issued';
