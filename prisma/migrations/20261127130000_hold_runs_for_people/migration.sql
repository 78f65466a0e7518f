-- Who holds a run: what its owner paused is not resumed with its workflow.
ALTER TABLE "runs" ADD COLUMN "pause_reason" TEXT;
-- A signal is one deliverer's until then, so that what a person asked first is never told again after what was asked next.
ALTER TABLE "run_signals" ADD COLUMN "taken_until" TIMESTAMPTZ(3);
