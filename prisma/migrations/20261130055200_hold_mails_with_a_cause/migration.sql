-- Why mails of a studio are held, one row for each group of mails that is released together.
CREATE TABLE "mail_holds" (
  "studio_id" UUID NOT NULL REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "hold_group" TEXT NOT NULL,
  "cause" TEXT NOT NULL,
  "reason" JSONB NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "probes" INTEGER NOT NULL DEFAULT 0,
  "next_probe_at" TIMESTAMPTZ(3),
  "told_at" TIMESTAMPTZ(3),
  "cleared_at" TIMESTAMPTZ(3),
  "cleared_by" TEXT,
  -- Every mail of a cleared group has been let go.
  "is_drained" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "mail_holds_pkey" PRIMARY KEY ("studio_id", "hold_group")
);
CREATE INDEX "mail_holds_open" ON "mail_holds" ("next_probe_at") WHERE "cleared_at" IS NULL;
CREATE INDEX "mail_holds_cleared" ON "mail_holds" ("cleared_at") WHERE "cleared_at" IS NOT NULL AND NOT "is_drained";

ALTER TABLE "sends"
  ADD COLUMN "hold_group" TEXT,
  ADD COLUMN "held_at" TIMESTAMPTZ(3),
  -- When a person let it go: no rule holds it again, and no limit delays it.
  ADD COLUMN "released_at" TIMESTAMPTZ(3),
  -- Since when only a mail server has been in its way; null: since it was made.
  ADD COLUMN "tried_since" TIMESTAMPTZ(3),
  -- The day of the brand's calendar for which a mail over the limit has a place.
  ADD COLUMN "delayed_to" DATE,
  ADD COLUMN "delayed_since" TIMESTAMPTZ(3);
CREATE INDEX "sends_held" ON "sends" ("studio_id", "hold_group", "created_at", "id") WHERE "state" = 'held';
CREATE INDEX "sends_delayed" ON "sends" ("studio_id", lower("to_address"), "delayed_to") WHERE "state" = 'queued' AND "delayed_to" IS NOT NULL;
