-- Nobody gets an account, a password or a studio without a link that was mailed to the address itself. The links are derived from these rows
-- and the product's secret: no token is stored.
CREATE TYPE "link_ending" AS ENUM ('used', 'revoked', 'replaced', 'passwordChanged');
CREATE TYPE "account_mail_purpose" AS ENUM ('invitation', 'passwordReset', 'passwordChanged');
CREATE TYPE "account_mail_state" AS ENUM ('queued', 'sent', 'failed', 'dropped');

CREATE TABLE "invitations" (
  "id" UUID NOT NULL,
  "studio_id" UUID NOT NULL REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "email" TEXT NOT NULL,
  "name" TEXT,
  "role" "member_role" NOT NULL,
  "invited_by_id" UUID NOT NULL,
  "invited_by_name" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "mailed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "ended_at" TIMESTAMPTZ(3),
  "ending" "link_ending",
  CONSTRAINT "invitations_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "invitations_ended" CHECK (("ended_at" IS NULL) = ("ending" IS NULL))
);
CREATE UNIQUE INDEX "invitations_studio_id_id_key" ON "invitations"("studio_id", "id");
-- Of two that are made at the same moment for one address, one is refused.
CREATE UNIQUE INDEX "invitations_open_key" ON "invitations"("studio_id", "email") WHERE "ended_at" IS NULL;

CREATE TABLE "password_resets" (
  "id" UUID NOT NULL,
  "email" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "ended_at" TIMESTAMPTZ(3),
  "ending" "link_ending",
  CONSTRAINT "password_resets_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "password_resets_ended" CHECK (("ended_at" IS NULL) = ("ending" IS NULL))
);
CREATE INDEX "password_resets_email_idx" ON "password_resets"("email");

CREATE TABLE "account_mails" (
  "id" UUID NOT NULL,
  "purpose" "account_mail_purpose" NOT NULL,
  "to_address" TEXT NOT NULL,
  "invitation_id" UUID REFERENCES "invitations"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "reset_id" UUID REFERENCES "password_resets"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "state" "account_mail_state" NOT NULL DEFAULT 'queued',
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "give_up_at" TIMESTAMPTZ(3) NOT NULL,
  "reason" JSONB,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "settled_at" TIMESTAMPTZ(3),
  CONSTRAINT "account_mails_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "account_mails_about" CHECK (
    ("purpose" = 'invitation') = ("invitation_id" IS NOT NULL) AND ("purpose" = 'passwordReset') = ("reset_id" IS NOT NULL))
);
CREATE INDEX "account_mails_invitation_id_idx" ON "account_mails"("invitation_id");
CREATE INDEX "account_mails_reset_id_idx" ON "account_mails"("reset_id");
CREATE INDEX "account_mails_due_idx" ON "account_mails"("next_attempt_at") WHERE "state" = 'queued';

-- Counters of what is limited, shared by all API processes. A lost second of them after a crash costs nothing.
CREATE UNLOGGED TABLE "attempts" (
  "key" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  "blocked_until" TIMESTAMPTZ(3),
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "attempts_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "attempts_expires_at_idx" ON "attempts"("expires_at");

-- Whoever loses access loses it in every process at once: API processes listen, forget what they know and end live streams.
CREATE FUNCTION access_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cueline_access', TG_ARGV[0] || ':' || OLD.id);
  RETURN NULL;
END $$;
CREATE TRIGGER session_ended AFTER DELETE ON "auth_sessions" FOR EACH ROW EXECUTE FUNCTION access_ended('session');
CREATE TRIGGER member_changed AFTER UPDATE OF "role" OR DELETE ON "members" FOR EACH ROW EXECUTE FUNCTION access_ended('member');
CREATE TRIGGER key_revoked AFTER UPDATE OF "revoked_at", "scopes" OR DELETE ON "api_keys" FOR EACH ROW EXECUTE FUNCTION access_ended('key');
CREATE INDEX "auth_sessions_expires_at_idx" ON "auth_sessions"("expires_at");
