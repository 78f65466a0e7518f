-- Nothing reminds yet, so nothing counts reminders.
ALTER TABLE "approvals" DROP COLUMN "reminders", DROP COLUMN "reminded_at";
