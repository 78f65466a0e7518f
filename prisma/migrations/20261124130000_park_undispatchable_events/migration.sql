-- AlterTable
ALTER TABLE "events" ADD COLUMN     "dispatch_after" TIMESTAMPTZ(3),
ADD COLUMN     "dispatch_error" TEXT;
