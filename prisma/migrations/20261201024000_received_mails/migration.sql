-- AlterEnum
ALTER TYPE "send_purpose" ADD VALUE 'forward';

-- CreateTable
CREATE TABLE "received_mails" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "sender" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "send_key" TEXT,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "intake_state" NOT NULL DEFAULT 'fetched',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "taken_until" TIMESTAMPTZ(3),
    "send_id" UUID,
    "outcome" JSONB,
    "forward_id" UUID,

    CONSTRAINT "received_mails_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "received_mails_studio_id_id_key" ON "received_mails"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "received_mails_studio_id_recipient_sender_sha256_key" ON "received_mails"("studio_id", "recipient", "sender", "sha256");

-- CreateIndex
CREATE INDEX "received_mails_studio_id_forward_id_idx" ON "received_mails"("studio_id", "forward_id");

-- AddForeignKey
ALTER TABLE "received_mails" ADD CONSTRAINT "received_mails_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is to be read.
CREATE INDEX "received_mails_fetched" ON "received_mails" ("received_at") WHERE "state" = 'fetched';

