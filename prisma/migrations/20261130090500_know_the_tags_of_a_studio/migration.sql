-- Every spelling of a tag that a client of the studio has had. PostgreSQL cannot compare text as conditions do; the few spellings can be read and compared.
CREATE TABLE "client_tags" (
    "studio_id" UUID NOT NULL,
    "tag" TEXT NOT NULL,

    CONSTRAINT "client_tags_pkey" PRIMARY KEY ("studio_id", "tag")
);

ALTER TABLE "client_tags" ADD CONSTRAINT "client_tags_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "clients_tags_idx" ON "clients" USING GIN ("tags");

INSERT INTO "client_tags" ("studio_id", "tag")
  SELECT DISTINCT c."studio_id", t FROM "clients" c CROSS JOIN unnest(c."tags") t WHERE t IS NOT NULL;

-- In order, so that two transactions with the same new tags wait for each other and never both. A known spelling takes no lock.
CREATE FUNCTION "client_tags_used"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "client_tags" ("studio_id", "tag")
    SELECT NEW."studio_id", t FROM unnest(NEW."tags") t
    WHERE t IS NOT NULL
      AND NOT EXISTS (SELECT FROM "client_tags" k WHERE k."studio_id" = NEW."studio_id" AND k."tag" = t)
    ORDER BY t
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER "client_tags_inserted" AFTER INSERT ON "clients" FOR EACH ROW
  WHEN (NEW."tags" <> '{}') EXECUTE FUNCTION "client_tags_used"();
CREATE TRIGGER "client_tags_changed" AFTER UPDATE OF "tags" ON "clients" FOR EACH ROW
  WHEN (NEW."tags" <> '{}' AND OLD."tags" IS DISTINCT FROM NEW."tags") EXECUTE FUNCTION "client_tags_used"();
