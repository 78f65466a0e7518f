-- What whoever recorded it said: taken over from elsewhere (true), news (false), or nothing (null): then its own date tells.
ALTER TABLE "events" ADD COLUMN "taken_over" BOOLEAN;
ALTER TABLE "bookings" ADD COLUMN "taken_over" BOOLEAN;
ALTER TABLE "invoices" ADD COLUMN "taken_over" BOOLEAN;
ALTER TABLE "projects" ADD COLUMN "taken_over" BOOLEAN;
ALTER TABLE "tasks" ADD COLUMN "taken_over" BOOLEAN;
ALTER TABLE "inquiries" ADD COLUMN "taken_over" BOOLEAN;
-- When it came, where that was before it was recorded here.
ALTER TABLE "inquiries" ADD COLUMN "received_at" TIMESTAMPTZ(3);
