-- A calendar takes the file with the highest sequence (RFC 5546 2.1.4): it rises with what a calendar shows. Done or confirmed is one to it.
CREATE OR REPLACE FUNCTION "booking_calendar_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."calendar_sequence" := OLD."calendar_sequence" + 1;
  RETURN NEW;
END $$;
