-- AlterTable
ALTER TABLE "brands" ADD COLUMN "legal_footer" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "sends" ADD COLUMN "template_version_id" UUID;

-- AlterTable
ALTER TABLE "templates" ADD COLUMN "blocks" JSONB,
ADD COLUMN "edited_by" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "html" SET DEFAULT '';

-- CreateTable
CREATE TABLE "template_versions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "studio_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "preheader" TEXT NOT NULL,
    "blocks" JSONB,
    "html" TEXT NOT NULL,
    "text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL DEFAULT '',
    "applies_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "template_versions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "template_versions_studio_id_template_id_number_key" ON "template_versions"("studio_id", "template_id", "number");

-- AddForeignKey
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_studio_id_template_id_fkey" FOREIGN KEY ("studio_id", "template_id") REFERENCES "templates"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written in blocks or as source, never in both.
ALTER TABLE "templates" ADD CONSTRAINT "templates_blocks_or_source" CHECK ("blocks" IS NULL OR ("html" = '' AND "text" IS NULL));

-- A version of what a template says now. One that was used stays: a mail was written by it, or a live run counts on it. One that never was is written over.
CREATE OR REPLACE FUNCTION "template_content_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "last" "template_versions"%ROWTYPE;
  "used" boolean;
BEGIN
  SELECT * INTO "last" FROM "template_versions" WHERE "studio_id" = NEW."studio_id" AND "template_id" = NEW."id" ORDER BY "number" DESC LIMIT 1;
  "used" := "last"."used_at" IS NOT NULL OR EXISTS (
    SELECT 1 FROM "workflow_versions" v WHERE v."studio_id" = NEW."studio_id"
      AND jsonb_path_exists(v."definition", 'strict $.steps.**?(@.template == $t)', jsonb_build_object('t', NEW."id"::text), true)
      AND EXISTS (SELECT 1 FROM "runs" r WHERE r."studio_id" = v."studio_id" AND r."version_id" = v."id" AND r."ended_at" IS NULL
        AND r."created_at" >= "last"."applies_from"));
  IF "last"."id" IS NOT NULL AND NOT "used" THEN
    DELETE FROM "template_versions" WHERE "id" = "last"."id";
  END IF;
  INSERT INTO "template_versions" ("studio_id", "template_id", "number", "subject", "preheader", "blocks", "html", "text", "created_by", "applies_from")
  VALUES (NEW."studio_id", NEW."id", COALESCE("last"."number", 0) + ("last"."id" IS NULL OR "used")::int, NEW."subject", NEW."preheader", NEW."blocks",
    NEW."html", NEW."text", NEW."edited_by",
    CASE WHEN "last"."id" IS NULL THEN to_timestamp(0) WHEN "used" THEN now() ELSE "last"."applies_from" END);
  RETURN NULL;
END $$;

CREATE TRIGGER "template_content_inserted" AFTER INSERT ON "templates"
  FOR EACH ROW EXECUTE FUNCTION "template_content_changed"();
CREATE TRIGGER "template_content_updated" AFTER UPDATE OF "subject", "preheader", "blocks", "html", "text" ON "templates" FOR EACH ROW
  WHEN ((OLD."subject", OLD."preheader", OLD."blocks", OLD."html", OLD."text") IS DISTINCT FROM (NEW."subject", NEW."preheader", NEW."blocks", NEW."html", NEW."text"))
  EXECUTE FUNCTION "template_content_changed"();

-- What templates say already is their first version, of all runs.
INSERT INTO "template_versions" ("studio_id", "template_id", "number", "subject", "preheader", "html", "text", "applies_from", "used_at")
SELECT "studio_id", "id", 1, "subject", "preheader", "html", "text", to_timestamp(0), now() FROM "templates";
