-- A search reads the records in which its letters stand, not all of the studio's: an index over the groups of three letters (trigrams) of what is
-- searched, and over the studio with them, so that the records of others are passed over. Both extensions are PostgreSQL's own and trusted: the owner
-- of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX "clients_search_idx" ON "clients" USING GIN ("studio_id" uuid_ops, "first_name" gin_trgm_ops, "last_name" gin_trgm_ops, "email" gin_trgm_ops, "company" gin_trgm_ops);
CREATE INDEX "bookings_search_idx" ON "bookings" USING GIN ("studio_id" uuid_ops, "title" gin_trgm_ops);
CREATE INDEX "invoices_search_idx" ON "invoices" USING GIN ("studio_id" uuid_ops, "number" gin_trgm_ops);
CREATE INDEX "inquiries_search_idx" ON "inquiries" USING GIN ("studio_id" uuid_ops, "name" gin_trgm_ops, "email" gin_trgm_ops, "message" gin_trgm_ops);
CREATE INDEX "projects_search_idx" ON "projects" USING GIN ("studio_id" uuid_ops, "name" gin_trgm_ops);
CREATE INDEX "tasks_search_idx" ON "tasks" USING GIN ("studio_id" uuid_ops, "title" gin_trgm_ops);
