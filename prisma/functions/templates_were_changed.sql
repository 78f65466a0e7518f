-- One revision for all templates of a studio: workers read it with the facts.
CREATE OR REPLACE FUNCTION "templates_were_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "studios" SET "template_revision" = "template_revision" + 1 WHERE "id" = COALESCE(NEW."studio_id", OLD."studio_id");
  RETURN NULL;
END $$;
