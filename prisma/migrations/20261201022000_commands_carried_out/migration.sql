-- AlterTable
ALTER TABLE "mailbox_commands" ADD COLUMN     "content" BYTEA,
ADD COLUMN     "progress" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "placements" ADD COLUMN     "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
