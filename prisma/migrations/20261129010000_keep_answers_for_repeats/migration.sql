-- What a caller's request with an Idempotency-Key was answered. The row commits with the change; the answer comes after it.
CREATE TABLE "answered_requests" (
  "studio_id" UUID NOT NULL REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "caller_id" UUID NOT NULL,
  "key" TEXT NOT NULL,
  "fingerprint" TEXT NOT NULL,
  "status" INTEGER,
  "answer" JSON,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "answered_requests_pkey" PRIMARY KEY ("studio_id", "caller_id", "key")
);
CREATE INDEX "answered_requests_created_at_idx" ON "answered_requests"("created_at");
