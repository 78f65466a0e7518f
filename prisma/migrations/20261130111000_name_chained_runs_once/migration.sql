-- Of two unique indexes over the same row, a statement that gives way to a conflict on the one fails by the other when two run at once.
ALTER TABLE "chained_runs" DROP CONSTRAINT "chained_runs_pkey";
ALTER TABLE "chained_runs" ADD CONSTRAINT "chained_runs_pkey" PRIMARY KEY ("studio_id", "root_event_id");
DROP INDEX "chained_runs_studio_id_root_event_id_key";
