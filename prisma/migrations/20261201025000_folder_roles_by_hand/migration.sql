-- AlterTable
ALTER TABLE "mail_folders" ADD COLUMN     "is_role_by_hand" BOOLEAN NOT NULL DEFAULT false;
