-- AlterEnum
ALTER TYPE "send_purpose" ADD VALUE 'test';

-- AlterTable
ALTER TABLE "hand_mails" ALTER COLUMN "about_type" DROP NOT NULL,
ALTER COLUMN "about_id" DROP NOT NULL;
