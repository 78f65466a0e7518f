-- A brand's own SMTP accounts, their sealed secrets, and what the ledger keeps of their limits.

CREATE TYPE "credential_kind" AS ENUM ('password', 'oauth2');
CREATE TYPE "smtp_security" AS ENUM ('tls', 'starttls', 'none');
CREATE TYPE "smtp_auth" AS ENUM ('password', 'oauth2');
CREATE TYPE "smtp_account_state" AS ENUM ('unchecked', 'working', 'needs_attention');
ALTER TYPE "sender_kind" ADD VALUE 'smtp';

CREATE TABLE "credentials" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "kind" "credential_kind" NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credentials_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "smtp_accounts" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "security" "smtp_security" NOT NULL,
    "auth" "smtp_auth" NOT NULL,
    "provider" TEXT,
    "username" TEXT NOT NULL,
    "credential_id" UUID,
    "limit_per_minute" INTEGER,
    "limit_per_day" INTEGER,
    "state" "smtp_account_state" NOT NULL DEFAULT 'unchecked',
    "cause" TEXT,
    "reason" JSONB,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "proven_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "smtp_accounts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "smtp_account_usage" (
    "studio_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "minute_mails" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "day_mails" INTEGER NOT NULL,

    CONSTRAINT "smtp_account_usage_pkey" PRIMARY KEY ("studio_id","account_id")
);

ALTER TABLE "senders" ADD COLUMN "account_id" UUID, ALTER COLUMN "updated_at" SET DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "sends" ADD COLUMN "first_held_at" TIMESTAMPTZ(3), ADD COLUMN "limited_by" UUID, ADD COLUMN "limited_until" TIMESTAMPTZ(3);
ALTER TABLE "studios" ADD COLUMN "ask_held_after_hours" INTEGER DEFAULT 48, ADD COLUMN "skip_held_after_hours" INTEGER;

CREATE INDEX "senders_studio_id_brand_id_idx" ON "senders"("studio_id", "brand_id");
CREATE INDEX "senders_studio_id_account_id_idx" ON "senders"("studio_id", "account_id");
CREATE UNIQUE INDEX "credentials_studio_id_id_key" ON "credentials"("studio_id", "id");
CREATE UNIQUE INDEX "smtp_accounts_studio_id_id_key" ON "smtp_accounts"("studio_id", "id");
CREATE UNIQUE INDEX "smtp_accounts_studio_id_credential_id_key" ON "smtp_accounts"("studio_id", "credential_id");

ALTER TABLE "senders" ADD CONSTRAINT "senders_studio_id_account_id_fkey" FOREIGN KEY ("studio_id", "account_id") REFERENCES "smtp_accounts"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "smtp_accounts" ADD CONSTRAINT "smtp_accounts_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "smtp_accounts" ADD CONSTRAINT "smtp_accounts_studio_id_credential_id_fkey" FOREIGN KEY ("studio_id", "credential_id") REFERENCES "credentials"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "smtp_account_usage" ADD CONSTRAINT "smtp_account_usage_studio_id_account_id_fkey" FOREIGN KEY ("studio_id", "account_id") REFERENCES "smtp_accounts"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A value that is new in this transaction cannot be compared as one of its type yet.
ALTER TABLE "senders" ADD CONSTRAINT "senders_account_of_kind" CHECK (("kind"::text = 'smtp') = ("account_id" IS NOT NULL));
-- A brand sends by one of its senders where nothing else is said.
CREATE UNIQUE INDEX "senders_one_default_of_brand" ON "senders"("studio_id", "brand_id") WHERE "is_default";
ALTER TABLE "smtp_accounts" ADD CONSTRAINT "smtp_accounts_port" CHECK ("port" BETWEEN 1 AND 65535);
ALTER TABLE "smtp_accounts" ADD CONSTRAINT "smtp_accounts_limits" CHECK ("limit_per_minute" > 0 AND "limit_per_day" > 0);
-- Keys are rotated by what they have sealed.
CREATE INDEX "credentials_key" ON "credentials"("key_id");
