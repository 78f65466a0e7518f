-- AlterEnum
ALTER TYPE "send_purpose" ADD VALUE 'byHand';

-- CreateTable
CREATE TABLE "hand_mails" (
    "studio_id" UUID NOT NULL,
    "send_id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,
    "about_type" TEXT NOT NULL,
    "about_id" UUID NOT NULL,
    "about_closed" BOOLEAN NOT NULL,
    "links" UUID[],
    "staff_id" UUID,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "send_at" TIMESTAMPTZ(3),
    "author_type" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hand_mails_pkey" PRIMARY KEY ("studio_id","send_id")
);

-- CreateTable
CREATE TABLE "mail_drafts" (
    "studio_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "author_id" TEXT NOT NULL,
    "about_type" TEXT NOT NULL,
    "about_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_drafts_pkey" PRIMARY KEY ("studio_id","id")
);

-- CreateTable
CREATE TABLE "message_links" (
    "studio_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,

    CONSTRAINT "message_links_pkey" PRIMARY KEY ("studio_id","record_id","message_id")
);

-- CreateIndex
CREATE INDEX "hand_mails_studio_id_letter_id_idx" ON "hand_mails"("studio_id", "letter_id");

-- CreateIndex
CREATE INDEX "mail_drafts_studio_id_author_id_about_id_idx" ON "mail_drafts"("studio_id", "author_id", "about_id");

-- CreateIndex
CREATE INDEX "message_links_studio_id_message_id_idx" ON "message_links"("studio_id", "message_id");

-- CreateIndex
CREATE INDEX "messages_studio_id_subject_id_idx" ON "messages"("studio_id", "subject_id");

-- AddForeignKey
ALTER TABLE "hand_mails" ADD CONSTRAINT "hand_mails_studio_id_send_id_fkey" FOREIGN KEY ("studio_id", "send_id") REFERENCES "sends"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_drafts" ADD CONSTRAINT "mail_drafts_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_links" ADD CONSTRAINT "message_links_studio_id_message_id_fkey" FOREIGN KEY ("studio_id", "message_id") REFERENCES "messages"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The boxes of the outbox: what was sent by its time, and what is neither sent nor under way.
CREATE INDEX "sends_sent" ON "sends" ("studio_id", "sent_at", "id") WHERE "state" = 'sent';
CREATE INDEX "sends_not_sent" ON "sends" ("studio_id", "created_at", "id") WHERE "state" IN ('in_doubt', 'failed', 'bounced', 'suppressed');
