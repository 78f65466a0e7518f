-- A worker keeps compiled templates and learns with a run's facts, which it reads anyhow, whether one of the studio's has changed.
ALTER TABLE "studios" ADD COLUMN "template_revision" INTEGER NOT NULL DEFAULT 0;

CREATE FUNCTION "templates_were_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "studios" SET "template_revision" = "template_revision" + 1 WHERE "id" = COALESCE(NEW."studio_id", OLD."studio_id");
  RETURN NULL;
END $$;

CREATE TRIGGER "templates_changed" AFTER INSERT OR UPDATE OR DELETE ON "templates"
  FOR EACH ROW EXECUTE FUNCTION "templates_were_changed"();
