-- CreateTable
CREATE TABLE "record_notes" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "author_type" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_notes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "record_notes_studio_id_record_id_created_at_idx" ON "record_notes"("studio_id", "record_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "record_notes_studio_id_id_key" ON "record_notes"("studio_id", "id");

-- AddForeignKey
ALTER TABLE "record_notes" ADD CONSTRAINT "record_notes_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;
