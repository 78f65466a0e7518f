-- CreateEnum
CREATE TYPE "suppression_scope" AS ENUM ('marketing', 'all');

-- CreateEnum
CREATE TYPE "suppression_reason" AS ENUM ('unsubscribed', 'bounced', 'complained', 'manual');

-- AlterTable
ALTER TABLE "sends" ADD COLUMN "bounced_at" TIMESTAMPTZ(3),
ADD COLUMN "complained_at" TIMESTAMPTZ(3),
ADD COLUMN "ended_at" TIMESTAMPTZ(3),
ADD COLUMN "in_doubt_at" TIMESTAMPTZ(3),
ADD COLUMN "provider_message_id" TEXT;

-- CreateTable
CREATE TABLE "suppressions" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "scope" "suppression_scope" NOT NULL,
    "reason" "suppression_reason" NOT NULL,
    "added_by" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "send_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by" TEXT,

    CONSTRAINT "suppressions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "suppressions_studio_id_created_at_id_idx" ON "suppressions"("studio_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "suppressions_studio_id_id_key" ON "suppressions"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "suppressions_studio_id_address_reason_key" ON "suppressions"("studio_id", "address", "reason");

-- AddForeignKey
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_studio_id_send_id_fkey" FOREIGN KEY ("studio_id", "send_id") REFERENCES "sends"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the provider calls a mail is looked for by its bounces alone.
CREATE INDEX "sends_provider_message_id" ON "sends" ("studio_id", "provider_message_id") WHERE "provider_message_id" IS NOT NULL;
