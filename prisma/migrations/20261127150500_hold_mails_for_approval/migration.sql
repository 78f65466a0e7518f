CREATE TYPE "approval_kind" AS ENUM ('question', 'mail');
ALTER TABLE "approvals" ADD COLUMN "kind" "approval_kind" NOT NULL DEFAULT 'question', ADD COLUMN "mail" JSONB,
  ADD COLUMN "reminders" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "remind_at" TIMESTAMPTZ(3) DEFAULT now();
-- What was asked and answered before needs nobody's attention any more.
UPDATE "approvals" SET "remind_at" = NULL WHERE "state" <> 'waiting';
CREATE INDEX "approvals_to_remind_of" ON "approvals"("remind_at") WHERE "state" = 'waiting' AND "remind_at" IS NOT NULL;

-- A mail that asks the studio for an answer is no mail of its run's step: it has no step, and the run does not wait for it.
ALTER TABLE "sends" ADD COLUMN "approval_id" UUID;
ALTER TABLE "sends" ADD CONSTRAINT "sends_studio_id_approval_id_fkey" FOREIGN KEY ("studio_id", "approval_id")
  REFERENCES "approvals"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
