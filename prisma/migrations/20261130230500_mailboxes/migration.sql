-- CreateEnum
CREATE TYPE "folder_role" AS ENUM ('inbox', 'sent', 'drafts', 'archive', 'trash', 'junk', 'all');

-- CreateTable
CREATE TABLE "mailboxes" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "connected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "distrusts" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "syncs_all" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mailboxes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailbox_leases" (
    "studio_id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "holder" TEXT,
    "fence" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "mailbox_leases_pkey" PRIMARY KEY ("studio_id","mailbox_id")
);

-- CreateTable
CREATE TABLE "mail_folders" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "delimiter" TEXT,
    "role" "folder_role",
    "is_synced" BOOLEAN NOT NULL,
    "object_id" TEXT,
    "uid_validity" BIGINT,
    "uid_next" BIGINT NOT NULL DEFAULT 1,
    "floor" BIGINT NOT NULL DEFAULT 1,
    "mod_seq" BIGINT,
    "count" INTEGER NOT NULL DEFAULT 0,
    "new_from_uid" BIGINT NOT NULL DEFAULT 1,
    "new_from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "compared_at" TIMESTAMPTZ(3),
    "flags_read_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "gone_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_folders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements" (
    "studio_id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "folder_id" UUID NOT NULL,
    "uid_validity" BIGINT NOT NULL,
    "uid" BIGINT NOT NULL,
    "flags" TEXT[],
    "mod_seq" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT,
    "header_sha256" TEXT,
    "is_news" BOOLEAN NOT NULL,
    "is_unreadable" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "gone_at" TIMESTAMPTZ(3),

    CONSTRAINT "placements_pkey" PRIMARY KEY ("studio_id","folder_id","uid_validity","uid")
);

-- CreateTable
CREATE TABLE "intake" (
    "studio_id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "header_sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "is_news" BOOLEAN NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("studio_id","mailbox_id","sha256")
);

-- CreateTable
CREATE TABLE "mail_journal" (
    "id" BIGSERIAL NOT NULL,
    "studio_id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fact" JSONB NOT NULL,

    CONSTRAINT "mail_journal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mailboxes_studio_id_brand_id_idx" ON "mailboxes"("studio_id", "brand_id");

-- CreateIndex
CREATE UNIQUE INDEX "mailboxes_studio_id_id_key" ON "mailboxes"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_folders_studio_id_id_key" ON "mail_folders"("studio_id", "id");

-- CreateIndex
CREATE INDEX "mail_journal_studio_id_mailbox_id_id_idx" ON "mail_journal"("studio_id", "mailbox_id", "id");

-- AddForeignKey
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailbox_leases" ADD CONSTRAINT "mailbox_leases_studio_id_mailbox_id_fkey" FOREIGN KEY ("studio_id", "mailbox_id") REFERENCES "mailboxes"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_folders" ADD CONSTRAINT "mail_folders_studio_id_mailbox_id_fkey" FOREIGN KEY ("studio_id", "mailbox_id") REFERENCES "mailboxes"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placements" ADD CONSTRAINT "placements_studio_id_folder_id_fkey" FOREIGN KEY ("studio_id", "folder_id") REFERENCES "mail_folders"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_studio_id_mailbox_id_fkey" FOREIGN KEY ("studio_id", "mailbox_id") REFERENCES "mailboxes"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_journal" ADD CONSTRAINT "mail_journal_studio_id_mailbox_id_fkey" FOREIGN KEY ("studio_id", "mailbox_id") REFERENCES "mailboxes"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;



-- One account once, and one folder once under its path, as long as it is there.
CREATE UNIQUE INDEX "mailboxes_account_key" ON "mailboxes" ("studio_id", lower("address"), lower("host"), "username");
CREATE UNIQUE INDEX "mail_folders_path_key" ON "mail_folders" ("studio_id", "mailbox_id", "path") WHERE "gone_at" IS NULL;

-- What is there, what is still to be fetched, and what a mail that was moved is known by.
CREATE INDEX "placements_present" ON "placements" ("studio_id", "folder_id", "uid") WHERE "gone_at" IS NULL;
CREATE INDEX "placements_wanted" ON "placements" ("studio_id", "folder_id", "uid")
  WHERE "gone_at" IS NULL AND "sha256" IS NULL AND NOT "is_unreadable";
CREATE INDEX "placements_alike" ON "placements" ("studio_id", "mailbox_id", "size", "at") WHERE "sha256" IS NOT NULL;
