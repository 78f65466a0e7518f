-- Mailboxes have the same kinds of sign-in as SMTP accounts.
ALTER TYPE "smtp_security" RENAME TO "mail_security";
ALTER TYPE "smtp_auth" RENAME TO "mail_auth";

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('human', 'automatic', 'bounce', 'complaint', 'calendar', 'list', 'form');

-- CreateEnum
CREATE TYPE "link_source" AS ENUM ('send', 'thread', 'address', 'rule', 'hand');

-- CreateEnum
CREATE TYPE "link_state" AS ENUM ('on', 'proposed', 'off');

-- CreateEnum
CREATE TYPE "message_id_kind" AS ENUM ('own', 'provider', 'replyTo', 'reference');

-- CreateEnum
CREATE TYPE "message_role" AS ENUM ('from', 'sender', 'replyTo', 'to', 'cc', 'bcc', 'deliveredTo');

-- CreateEnum
CREATE TYPE "mailbox_state" AS ENUM ('connecting', 'importing', 'live', 'waiting', 'needs_you', 'paused');

-- CreateEnum
CREATE TYPE "sent_copy" AS ENUM ('unknown', 'provider', 'ours');

-- CreateEnum
CREATE TYPE "intake_state" AS ENUM ('fetched', 'parsed', 'quarantined');

-- CreateEnum
CREATE TYPE "command_state" AS ENUM ('waiting', 'running', 'confirming', 'done', 'refused', 'superseded', 'failed', 'cancelled');

-- AlterTable
ALTER TABLE "intake" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reason" JSONB,
ADD COLUMN     "state" "intake_state" NOT NULL DEFAULT 'fetched';

-- AlterTable
ALTER TABLE "mailboxes" ADD COLUMN     "auth" "mail_auth" NOT NULL,
ADD COLUMN     "cause" TEXT,
ADD COLUMN     "credential_id" UUID,
ADD COLUMN     "horizon" TIMESTAMPTZ(3),
ADD COLUMN     "lag_ms" INTEGER,
ADD COLUMN     "next_check_at" TIMESTAMPTZ(3),
ADD COLUMN     "port" INTEGER NOT NULL,
ADD COLUMN     "proven_at" TIMESTAMPTZ(3),
ADD COLUMN     "provider" TEXT,
ADD COLUMN     "reason" JSONB,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "security" "mail_security" NOT NULL,
ADD COLUMN     "sent_copy" "sent_copy" NOT NULL DEFAULT 'unknown',
ADD COLUMN     "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "state" "mailbox_state" NOT NULL DEFAULT 'connecting',
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "waiting_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "message_links" ADD COLUMN     "record_type" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "source" "link_source" NOT NULL DEFAULT 'send',
ADD COLUMN     "state" "link_state" NOT NULL DEFAULT 'on';

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "evidence" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "header_date" TIMESTAMPTZ(3),
ADD COLUMN     "is_flagged" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_unread" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kind" "message_kind",
ADD COLUMN     "mailbox_id" UUID,
ADD COLUMN     "reply_text" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sha256" TEXT,
ADD COLUMN     "snippet" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "thread_id" UUID,
ADD COLUMN     "twin_of" UUID;

-- CreateTable
CREATE TABLE "threads" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "base_subject" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_in_at" TIMESTAMPTZ(3),
    "last_out_at" TIMESTAMPTZ(3),
    "snippet" TEXT NOT NULL DEFAULT '',
    "message_count" INTEGER NOT NULL DEFAULT 0,
    "unread_count" INTEGER NOT NULL DEFAULT 0,
    "merged_into" UUID,
    "related" UUID,
    "is_by_hand" BOOLEAN NOT NULL DEFAULT false,
    "question" JSONB,
    "new_contact" JSONB,
    "is_in_inbox" BOOLEAN NOT NULL DEFAULT false,
    "changed_seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "threads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_links" (
    "studio_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "source" "link_source" NOT NULL,
    "state" "link_state" NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_links_pkey" PRIMARY KEY ("studio_id","thread_id","record_type","record_id")
);

-- CreateTable
CREATE TABLE "message_ids" (
    "studio_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "message_id" UUID NOT NULL,
    "kind" "message_id_kind" NOT NULL,
    "id" TEXT NOT NULL,

    CONSTRAINT "message_ids_pkey" PRIMARY KEY ("studio_id","hash","message_id","kind")
);

-- CreateTable
CREATE TABLE "message_people" (
    "studio_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "role" "message_role" NOT NULL,
    "n" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "message_people_pkey" PRIMARY KEY ("studio_id","message_id","role","n")
);

-- CreateTable
CREATE TABLE "message_parts" (
    "studio_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content_id" TEXT NOT NULL DEFAULT '',
    "is_inline" BOOLEAN NOT NULL DEFAULT false,
    "kind" TEXT NOT NULL,

    CONSTRAINT "message_parts_pkey" PRIMARY KEY ("studio_id","message_id","number")
);

-- CreateTable
CREATE TABLE "message_search" (
    "studio_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "people" TEXT NOT NULL,
    "files" TEXT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "message_search_pkey" PRIMARY KEY ("studio_id","message_id")
) PARTITION BY HASH ("studio_id");

-- CreateTable
CREATE TABLE "mail_workers" (
    "id" TEXT NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "slots" INTEGER NOT NULL,
    "version" TEXT NOT NULL,

    CONSTRAINT "mail_workers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailbox_commands" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "message_id" UUID,
    "payload" JSONB NOT NULL,
    "base" JSONB,
    "state" "command_state" NOT NULL DEFAULT 'waiting',
    "fence" BIGINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" JSONB,
    "batch" UUID,
    "undo_of" UUID,
    "created_by" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "mailbox_commands_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "threads_studio_id_last_at_id_idx" ON "threads"("studio_id", "last_at" DESC, "id");

-- CreateIndex
CREATE INDEX "threads_studio_id_base_subject_last_at_idx" ON "threads"("studio_id", "base_subject", "last_at");

-- CreateIndex
CREATE UNIQUE INDEX "threads_studio_id_id_key" ON "threads"("studio_id", "id");

-- CreateIndex
CREATE INDEX "thread_links_studio_id_record_id_idx" ON "thread_links"("studio_id", "record_id");

-- CreateIndex
CREATE INDEX "message_ids_studio_id_message_id_idx" ON "message_ids"("studio_id", "message_id");

-- CreateIndex
CREATE INDEX "message_people_studio_id_key_idx" ON "message_people"("studio_id", "key");

-- CreateIndex
CREATE INDEX "message_search_studio_id_at_idx" ON "message_search"("studio_id", "at" DESC);

-- CreateIndex
CREATE INDEX "mailbox_commands_studio_id_mailbox_id_seq_idx" ON "mailbox_commands"("studio_id", "mailbox_id", "seq");

-- CreateIndex
CREATE INDEX "mailbox_commands_studio_id_message_id_idx" ON "mailbox_commands"("studio_id", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_commands_studio_id_id_key" ON "mailbox_commands"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_commands_studio_id_mailbox_id_key_key" ON "mailbox_commands"("studio_id", "mailbox_id", "key");

-- CreateIndex
CREATE INDEX "mailbox_leases_holder_idx" ON "mailbox_leases"("holder");

-- CreateIndex
CREATE INDEX "messages_studio_id_thread_id_occurred_at_idx" ON "messages"("studio_id", "thread_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "messages_studio_id_mailbox_id_sha256_key" ON "messages"("studio_id", "mailbox_id", "sha256");

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_studio_id_thread_id_fkey" FOREIGN KEY ("studio_id", "thread_id") REFERENCES "threads"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_links" ADD CONSTRAINT "thread_links_studio_id_thread_id_fkey" FOREIGN KEY ("studio_id", "thread_id") REFERENCES "threads"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_ids" ADD CONSTRAINT "message_ids_studio_id_message_id_fkey" FOREIGN KEY ("studio_id", "message_id") REFERENCES "messages"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_people" ADD CONSTRAINT "message_people_studio_id_message_id_fkey" FOREIGN KEY ("studio_id", "message_id") REFERENCES "messages"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_parts" ADD CONSTRAINT "message_parts_studio_id_message_id_fkey" FOREIGN KEY ("studio_id", "message_id") REFERENCES "messages"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_studio_id_credential_id_fkey" FOREIGN KEY ("studio_id", "credential_id") REFERENCES "credentials"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailbox_commands" ADD CONSTRAINT "mailbox_commands_studio_id_mailbox_id_fkey" FOREIGN KEY ("studio_id", "mailbox_id") REFERENCES "mailboxes"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
BEGIN
  FOR n IN 0..31 LOOP
    EXECUTE format('CREATE TABLE message_search_%s PARTITION OF message_search FOR VALUES WITH (MODULUS 32, REMAINDER %s)', n, n);
  END LOOP;
END $$;

-- Both are trusted: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "message_search_words" ON "message_search" USING GIN ("studio_id", "words") WITH (fastupdate = off);
-- Pieces of words of three letters and more.
CREATE INDEX "message_search_pieces" ON "message_search" USING GIN ("people" gin_trgm_ops, "files" gin_trgm_ops);

-- Threads that lie in INBOX, and those with a question, newest first.
CREATE INDEX "threads_in_inbox" ON "threads" ("studio_id", "last_at" DESC, "id") WHERE "is_in_inbox" AND "merged_into" IS NULL;
CREATE INDEX "threads_open" ON "threads" ("studio_id", "last_at" DESC, "id") WHERE "question" IS NOT NULL AND "merged_into" IS NULL;

-- What is still to be read, and what is still to be done.
CREATE INDEX "intake_fetched" ON "intake" ("studio_id", "mailbox_id", "fetched_at") WHERE "state" = 'fetched';
CREATE INDEX "mailbox_commands_open" ON "mailbox_commands" ("studio_id", "mailbox_id", "seq")
  WHERE "state" IN ('waiting', 'running', 'confirming');

-- Where a message lies, by its bytes.
CREATE INDEX "placements_of_message" ON "placements" ("studio_id", "mailbox_id", "sha256") WHERE "gone_at" IS NULL;
