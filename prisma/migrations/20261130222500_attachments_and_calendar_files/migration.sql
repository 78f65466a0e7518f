-- AlterTable
ALTER TABLE "bookings" ADD COLUMN "calendar_sequence" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "templates" ADD COLUMN "attachments" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "template_versions" ADD COLUMN "attachments" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "hand_mails" ADD COLUMN "attachments" JSONB NOT NULL DEFAULT '[]';

UPDATE "mail_drafts" SET "content" = "content" || '{"attachments": []}';

-- A calendar takes the file with the highest sequence (RFC 5546 2.1.4): it rises with what a calendar shows. Done or confirmed is one to it.
CREATE OR REPLACE FUNCTION "booking_calendar_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."calendar_sequence" := OLD."calendar_sequence" + 1;
  RETURN NEW;
END $$;

CREATE TRIGGER "booking_calendar_changed" BEFORE UPDATE OF "starts_at", "ends_at", "location", "status" ON "bookings" FOR EACH ROW
  WHEN ((OLD."starts_at", OLD."ends_at", OLD."location", CASE OLD."status" WHEN 'completed' THEN 'confirmed' ELSE OLD."status" END)
    IS DISTINCT FROM (NEW."starts_at", NEW."ends_at", NEW."location", CASE NEW."status" WHEN 'completed' THEN 'confirmed' ELSE NEW."status" END))
  EXECUTE FUNCTION "booking_calendar_changed"();

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
  INSERT INTO "template_versions" ("studio_id", "template_id", "number", "subject", "preheader", "blocks", "html", "text", "attachments", "created_by", "applies_from")
  VALUES (NEW."studio_id", NEW."id", COALESCE("last"."number", 0) + ("last"."id" IS NULL OR "used")::int, NEW."subject", NEW."preheader", NEW."blocks",
    NEW."html", NEW."text", NEW."attachments", NEW."edited_by",
    CASE WHEN "last"."id" IS NULL THEN to_timestamp(0) WHEN "used" THEN now() ELSE "last"."applies_from" END);
  RETURN NULL;
END $$;

DROP TRIGGER "template_content_updated" ON "templates";
CREATE TRIGGER "template_content_updated" AFTER UPDATE OF "subject", "preheader", "blocks", "html", "text", "attachments" ON "templates" FOR EACH ROW
  WHEN ((OLD."subject", OLD."preheader", OLD."blocks", OLD."html", OLD."text", OLD."attachments")
    IS DISTINCT FROM (NEW."subject", NEW."preheader", NEW."blocks", NEW."html", NEW."text", NEW."attachments"))
  EXECUTE FUNCTION "template_content_changed"();
