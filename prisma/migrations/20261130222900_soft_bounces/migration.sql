-- Soft bounces are counted by address.
CREATE INDEX "sends_bounced" ON "sends" ("studio_id", lower("to_address"), "bounced_at") WHERE "state" = 'bounced';
