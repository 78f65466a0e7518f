-- CreateEnum
CREATE TYPE "webhook_state" AS ENUM ('waiting', 'delivered', 'failed', 'suppressed');

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "studio_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "visit" INTEGER NOT NULL,
    "host" TEXT NOT NULL,
    "state" "webhook_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "reason" JSONB,
    "tell_run" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("run_id","step_id","visit")
);

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_studio_id_run_id_fkey" FOREIGN KEY ("studio_id", "run_id") REFERENCES "runs"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say: indexes over the few rows that still wait.
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" ("next_attempt_at") WHERE "state" = 'waiting';
CREATE INDEX "webhook_deliveries_untold" ON "webhook_deliveries" ("updated_at") WHERE "tell_run" AND "state" <> 'waiting';
