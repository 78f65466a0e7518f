-- AlterTable: an event that a run wrote names it, and how many runs have led to one another so far.
ALTER TABLE "events" ADD COLUMN     "cause_run_id" UUID,
ADD COLUMN     "chain" INTEGER NOT NULL DEFAULT 0;
