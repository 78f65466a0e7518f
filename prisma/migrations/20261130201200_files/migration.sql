-- CreateTable
CREATE TABLE "files" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "studio_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "octets" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "files_studio_id_id_key" ON "files"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "files_studio_id_sha256_key" ON "files"("studio_id", "sha256");

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Images are compressed already.
ALTER TABLE "files" ALTER COLUMN "content" SET STORAGE EXTERNAL;
