-- How many people that were never written to may be answered automatically in an hour; null for any number.
ALTER TABLE "studios" ADD COLUMN "first_contacts_per_hour" INTEGER DEFAULT 30;

-- Whom workflows have answered for the first time, and how many that were in the hour that is counted now.
CREATE TABLE "first_contacts" (
  "studio_id" UUID NOT NULL,
  "address" TEXT NOT NULL,
  "first_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "first_contacts_pkey" PRIMARY KEY ("studio_id", "address")
);
ALTER TABLE "first_contacts" ADD CONSTRAINT "first_contacts_studio_id_fkey"
  FOREIGN KEY ("studio_id") REFERENCES "studios" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "first_contact_hours" (
  "studio_id" UUID NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "contacts" INTEGER NOT NULL,
  CONSTRAINT "first_contact_hours_pkey" PRIMARY KEY ("studio_id")
);
ALTER TABLE "first_contact_hours" ADD CONSTRAINT "first_contact_hours_studio_id_fkey"
  FOREIGN KEY ("studio_id") REFERENCES "studios" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
