-- Tells every process whose access has ended: `session:id`, `member:id` or `key:id`.
CREATE OR REPLACE FUNCTION "access_ended"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cueline_access', TG_ARGV[0] || ':' || OLD.id);
  RETURN NULL;
END $$;
