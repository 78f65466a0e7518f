-- DropIndex
DROP INDEX "files_studio_id_sha256_key";

-- AlterTable
ALTER TABLE "files" ALTER COLUMN "width" DROP NOT NULL,
ALTER COLUMN "height" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "files_studio_id_sha256_name_key" ON "files"("studio_id", "sha256", "name");
