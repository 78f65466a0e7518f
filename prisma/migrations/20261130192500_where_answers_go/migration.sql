ALTER TABLE "brands" ADD COLUMN "reply_to" TEXT;

-- Until now answers to the platform's address reached nobody: the first owner gets them until somebody says otherwise.
UPDATE "brands" b
SET "reply_to" = (
  SELECT u."email" FROM "members" m JOIN "users" u ON u."id" = m."user_id"
  WHERE m."studio_id" = b."studio_id" AND m."role" = 'owner'
  ORDER BY m."created_at", m."id" LIMIT 1
);
