-- What is due is claimed studio by studio, the first few of each.
DROP INDEX "sends_due";
CREATE INDEX "sends_due" ON "sends" ("studio_id", "next_attempt_at") WHERE "state" = 'queued';
