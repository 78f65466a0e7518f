-- The field's own word for what a caller names a request by.
ALTER TABLE "answered_requests" RENAME TO "idempotency_keys";
ALTER INDEX "answered_requests_pkey" RENAME TO "idempotency_keys_pkey";
ALTER INDEX "answered_requests_created_at_idx" RENAME TO "idempotency_keys_created_at_idx";
ALTER TABLE "idempotency_keys" RENAME CONSTRAINT "answered_requests_studio_id_fkey" TO "idempotency_keys_studio_id_fkey";
