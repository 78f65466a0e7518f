-- Soft bounces are counted by address.
ALTER TABLE "sends" ADD COLUMN "bounced_softly" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "sends_bounced_softly" ON "sends" ("studio_id", lower("to_address"), "bounced_at") WHERE "bounced_softly";
