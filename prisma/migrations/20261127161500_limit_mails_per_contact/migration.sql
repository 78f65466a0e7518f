-- What workflows together may send to one address in a day of the brand's calendar; null for any number.
ALTER TABLE "studios" ADD COLUMN "mails_per_contact_and_day" INTEGER DEFAULT 10,
  ADD CONSTRAINT "studios_mails_per_contact_and_day_check" CHECK ("mails_per_contact_and_day" BETWEEN 1 AND 1000);

-- One row an address: the day of its last mails, and how many there were.
CREATE TABLE "mails_of_day" (
  "studio_id" UUID NOT NULL REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "address" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "mails" INTEGER NOT NULL,
  CONSTRAINT "mails_of_day_pkey" PRIMARY KEY ("studio_id", "address")
);

-- Which run mails somebody about an event by a template: no other run does it again.
CREATE TABLE "mailed_facts" (
  "studio_id" UUID NOT NULL REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "event_id" UUID NOT NULL,
  "template_id" UUID NOT NULL,
  "address" TEXT NOT NULL,
  "run_id" UUID NOT NULL,
  CONSTRAINT "mailed_facts_pkey" PRIMARY KEY ("studio_id", "event_id", "template_id", "address")
);

-- The day in which a mail was counted: tried again in the same day, it is not counted anew.
ALTER TABLE "sends" ADD COLUMN "counted_on" DATE;
