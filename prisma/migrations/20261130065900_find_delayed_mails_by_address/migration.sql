-- The hand-over looks mails that wait for a later day up by their address; that they are of the studio it checks on the few that it finds.
DROP INDEX "sends_delayed";
CREATE INDEX "sends_delayed" ON "sends" (lower("to_address"), "delayed_to") WHERE "state" = 'queued' AND "delayed_to" IS NOT NULL;
