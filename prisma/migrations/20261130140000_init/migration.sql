-- The schema of the studio's database. Tables, keys and plain indexes are what `prisma migrate diff --from-empty --to-schema prisma/schema --script` writes; what Prisma's
-- schema cannot say follows them: checks, partial indexes, functions (the same text as in prisma/functions) and triggers.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "send_state" AS ENUM ('held', 'queued', 'sending', 'sent', 'in_doubt', 'failed', 'bounced', 'suppressed');

-- CreateEnum
CREATE TYPE "send_purpose" AS ENUM ('step', 'notice', 'reminder');

-- CreateEnum
CREATE TYPE "sender_kind" AS ENUM ('platform');

-- CreateEnum
CREATE TYPE "mail_category" AS ENUM ('transactional', 'marketing');

-- CreateEnum
CREATE TYPE "message_direction" AS ENUM ('incoming', 'outgoing');

-- CreateEnum
CREATE TYPE "link_ending" AS ENUM ('used', 'revoked', 'replaced', 'passwordChanged');

-- CreateEnum
CREATE TYPE "account_mail_purpose" AS ENUM ('invitation', 'passwordReset', 'passwordChanged');

-- CreateEnum
CREATE TYPE "account_mail_state" AS ENUM ('queued', 'sent', 'failed', 'dropped');

-- CreateEnum
CREATE TYPE "booking_status" AS ENUM ('tentative', 'confirmed', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "inquiry_status" AS ENUM ('open', 'answered', 'booked', 'closed');

-- CreateEnum
CREATE TYPE "invoice_status" AS ENUM ('draft', 'issued', 'overdue', 'paid', 'void');

-- CreateEnum
CREATE TYPE "task_status" AS ENUM ('open', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "run_status" AS ENUM ('starting', 'running', 'waiting', 'paused', 'failed', 'completed', 'exited', 'stopped');

-- CreateEnum
CREATE TYPE "run_pause_cause" AS ENUM ('person', 'workflow', 'stop');

-- CreateEnum
CREATE TYPE "run_step_cause" AS ENUM ('exited', 'stopped', 'past_go_on', 'past_skip_next', 'past_end', 'put_off', 'awaiting_approval');

-- CreateEnum
CREATE TYPE "run_step_status" AS ENUM ('running', 'waiting', 'done', 'skipped', 'failed');

-- CreateEnum
CREATE TYPE "approval_kind" AS ENUM ('question', 'mail');

-- CreateEnum
CREATE TYPE "approval_state" AS ENUM ('waiting', 'approved', 'declined', 'lapsed');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('owner', 'admin', 'member');

-- CreateEnum
CREATE TYPE "webhook_state" AS ENUM ('waiting', 'delivered', 'failed', 'suppressed');

-- CreateEnum
CREATE TYPE "workflow_state" AS ENUM ('draft', 'published', 'paused', 'archived');

-- CreateTable
CREATE TABLE "events" (
    "seq" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "brand_id" UUID,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatched_at" TIMESTAMPTZ(3),
    "dispatch_error" TEXT,
    "dispatch_after" TIMESTAMPTZ(3),
    "cause_run_id" UUID,
    "chain" INTEGER NOT NULL DEFAULT 0,
    "taken_over" BOOLEAN,
    "root_event_id" UUID,

    CONSTRAINT "events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "event_matches" (
    "studio_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "run_id" UUID,
    "reason" JSONB NOT NULL,
    "past_due" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_matches_pkey" PRIMARY KEY ("event_id","workflow_id")
);

-- CreateTable
CREATE TABLE "mails_of_day" (
    "studio_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "mails" INTEGER NOT NULL,

    CONSTRAINT "mails_of_day_pkey" PRIMARY KEY ("studio_id","address")
);

-- CreateTable
CREATE TABLE "mail_holds" (
    "studio_id" UUID NOT NULL,
    "hold_group" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "reason" JSONB NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "probes" INTEGER NOT NULL DEFAULT 0,
    "next_probe_at" TIMESTAMPTZ(3),
    "notified_at" TIMESTAMPTZ(3),
    "cleared_at" TIMESTAMPTZ(3),
    "cleared_by" TEXT,
    "is_drained" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "mail_holds_pkey" PRIMARY KEY ("studio_id","hold_group")
);

-- CreateTable
CREATE TABLE "first_contacts" (
    "studio_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "first_contacts_pkey" PRIMARY KEY ("studio_id","address")
);

-- CreateTable
CREATE TABLE "first_contact_hours" (
    "studio_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "contacts" INTEGER NOT NULL,

    CONSTRAINT "first_contact_hours_pkey" PRIMARY KEY ("studio_id")
);

-- CreateTable
CREATE TABLE "mailed_facts" (
    "studio_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "run_id" UUID NOT NULL,

    CONSTRAINT "mailed_facts_pkey" PRIMARY KEY ("studio_id","event_id","template_id","address")
);

-- CreateTable
CREATE TABLE "sends" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "purpose" "send_purpose" NOT NULL,
    "run_id" UUID,
    "step_id" TEXT,
    "visit" INTEGER,
    "approval_id" UUID,
    "brand_id" UUID NOT NULL,
    "sender_id" UUID,
    "client_id" UUID,
    "template_id" UUID,
    "category" "mail_category" NOT NULL,
    "to_address" TEXT NOT NULL,
    "to_name" TEXT NOT NULL DEFAULT '',
    "state" "send_state" NOT NULL,
    "message_id" TEXT NOT NULL,
    "reason" JSONB,
    "smtp_reply" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "counted_on" DATE,
    "lease_until" TIMESTAMPTZ(3),
    "handed_over_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "notify_run" BOOLEAN NOT NULL DEFAULT false,
    "hold_group" TEXT,
    "held_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "tried_since" TIMESTAMPTZ(3),
    "delayed_to" DATE,
    "delayed_since" TIMESTAMPTZ(3),
    "over_limit" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sends_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "templates" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "preheader" TEXT NOT NULL DEFAULT '',
    "html" TEXT NOT NULL,
    "text" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "senders" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "kind" "sender_kind" NOT NULL DEFAULT 'platform',
    "from_name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "reply_to" TEXT,
    "is_default" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "senders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "direction" "message_direction" NOT NULL,
    "send_id" UUID,
    "client_id" UUID,
    "subject_type" TEXT,
    "subject_id" UUID,
    "message_id" TEXT NOT NULL,
    "in_reply_to" TEXT,
    "references" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "from_address" TEXT NOT NULL,
    "to_addresses" TEXT[],
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_sessions" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_accounts" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_resets" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ending" "link_ending",

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_mails" (
    "id" UUID NOT NULL,
    "purpose" "account_mail_purpose" NOT NULL,
    "to_address" TEXT NOT NULL,
    "invitation_id" UUID,
    "reset_id" UUID,
    "state" "account_mail_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "give_up_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE UNLOGGED TABLE "attempts" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "studio_id" UUID NOT NULL,
    "caller_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "status" INTEGER,
    "answer" JSON,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("studio_id","caller_id","key")
);

-- CreateTable
CREATE TABLE "clients" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "phone" TEXT,
    "company" TEXT,
    "zone" TEXT,
    "locale" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "marketing_opt_out_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client_tags" (
    "studio_id" UUID NOT NULL,
    "tag" TEXT NOT NULL,

    CONSTRAINT "client_tags_pkey" PRIMARY KEY ("studio_id","tag")
);

-- CreateTable
CREATE TABLE "vendors" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "trade" TEXT NOT NULL DEFAULT '',
    "contact" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "phone" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vendors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "member_id" UUID,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL DEFAULT '',
    "position" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "phone" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'lead',
    "due_on" DATE,
    "gallery_url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_over" BOOLEAN,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bookings" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "project_id" UUID,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" "booking_status" NOT NULL DEFAULT 'tentative',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "location" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_over" BOOLEAN,

    CONSTRAINT "bookings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking_vendors" (
    "studio_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "service" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "booking_vendors_pkey" PRIMARY KEY ("studio_id","booking_id","vendor_id")
);

-- CreateTable
CREATE TABLE "booking_staff" (
    "studio_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "duty" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "booking_staff_pkey" PRIMARY KEY ("studio_id","booking_id","staff_id")
);

-- CreateTable
CREATE TABLE "inquiries" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "client_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "kind" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL,
    "event_on" DATE,
    "status" "inquiry_status" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "taken_over" BOOLEAN,

    CONSTRAINT "inquiries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoices" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "booking_id" UUID,
    "number" TEXT NOT NULL,
    "status" "invoice_status" NOT NULL DEFAULT 'draft',
    "currency" CHAR(3) NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "paid_minor" BIGINT NOT NULL DEFAULT 0,
    "issued_on" DATE,
    "due_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_over" BOOLEAN,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "method" TEXT NOT NULL DEFAULT '',
    "reference" TEXT NOT NULL DEFAULT '',
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "status" "task_status" NOT NULL DEFAULT 'open',
    "due_at" TIMESTAMPTZ(3),
    "assignee_id" UUID,
    "client_id" UUID,
    "booking_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_over" BOOLEAN,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chained_runs" (
    "studio_id" UUID NOT NULL,
    "root_event_id" UUID NOT NULL,
    "runs" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "chained_runs_pkey" PRIMARY KEY ("studio_id","root_event_id")
);

-- CreateTable
CREATE TABLE "runs" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "event_seq" BIGINT NOT NULL,
    "engine" INTEGER NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "client_id" UUID,
    "reentry_key" TEXT NOT NULL,
    "status" "run_status" NOT NULL DEFAULT 'starting',
    "current_step_id" TEXT,
    "next_at" TIMESTAMPTZ(3),
    "reason" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "pause_cause" "run_pause_cause",

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_steps" (
    "studio_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "visit" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "status" "run_step_status" NOT NULL,
    "cause" "run_step_cause",
    "outcome" TEXT,
    "event_id" UUID,
    "reason" JSONB,
    "due_at" TIMESTAMPTZ(3),
    "override_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_steps_pkey" PRIMARY KEY ("run_id","step_id","visit")
);

-- CreateTable
CREATE TABLE "run_signals" (
    "seq" BIGSERIAL NOT NULL,
    "studio_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "event_id" UUID,
    "event_type" TEXT,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delivered_at" TIMESTAMPTZ(3),
    "taken_until" TIMESTAMPTZ(3),

    CONSTRAINT "run_signals_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "run_controls" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "note" TEXT NOT NULL DEFAULT '',
    "actor_type" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "run_controls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approvals" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "visit" INTEGER NOT NULL,
    "kind" "approval_kind" NOT NULL DEFAULT 'question',
    "question" TEXT NOT NULL,
    "mail" JSONB,
    "state" "approval_state" NOT NULL DEFAULT 'waiting',
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    "decided_by_name" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "remind_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "studios" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "automation_revision" INTEGER NOT NULL DEFAULT 0,
    "template_revision" INTEGER NOT NULL DEFAULT 0,
    "mails_per_contact_and_day" INTEGER DEFAULT 10,
    "first_contacts_per_hour" INTEGER DEFAULT 30,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "studios_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "brands" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "color" TEXT NOT NULL DEFAULT '#3b5bdb',
    "logo_url" TEXT,
    "signature" TEXT NOT NULL DEFAULT '',
    "zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "business_hours" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "brands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" "member_role" NOT NULL DEFAULT 'member',
    "language" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
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

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "studio_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "visit" INTEGER NOT NULL,
    "host" TEXT NOT NULL,
    "state" "webhook_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "reason" JSONB,
    "notify_run" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("run_id","step_id","visit")
);

-- CreateTable
CREATE TABLE "workflows" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "state" "workflow_state" NOT NULL DEFAULT 'draft',
    "draft" JSONB NOT NULL,
    "draft_revision" INTEGER NOT NULL DEFAULT 1,
    "published_version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workflows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_trigger_sweeps" (
    "workflow_id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "swept_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "date_trigger_sweeps_pkey" PRIMARY KEY ("workflow_id")
);

-- CreateTable
CREATE TABLE "workflow_versions" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "published_by_id" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workflow_versions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "events_studio_id_subject_id_seq_idx" ON "events"("studio_id", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "events_studio_id_type_seq_idx" ON "events"("studio_id", "type", "seq");

-- CreateIndex
CREATE INDEX "events_studio_id_seq_idx" ON "events"("studio_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "events_studio_id_id_key" ON "events"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "events_studio_id_source_source_id_key" ON "events"("studio_id", "source", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "sends_key_key" ON "sends"("key");

-- CreateIndex
CREATE INDEX "sends_run_id_idx" ON "sends"("run_id");

-- CreateIndex
CREATE INDEX "sends_studio_id_client_id_idx" ON "sends"("studio_id", "client_id");

-- CreateIndex
CREATE INDEX "sends_studio_id_created_at_idx" ON "sends"("studio_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "sends_studio_id_id_key" ON "sends"("studio_id", "id");

-- CreateIndex
CREATE INDEX "templates_studio_id_name_idx" ON "templates"("studio_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "templates_studio_id_id_key" ON "templates"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "senders_studio_id_id_key" ON "senders"("studio_id", "id");

-- CreateIndex
CREATE INDEX "messages_studio_id_client_id_occurred_at_idx" ON "messages"("studio_id", "client_id", "occurred_at");

-- CreateIndex
CREATE INDEX "messages_studio_id_message_id_idx" ON "messages"("studio_id", "message_id");

-- CreateIndex
CREATE INDEX "messages_studio_id_occurred_at_idx" ON "messages"("studio_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "messages_studio_id_id_key" ON "messages"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_studio_id_send_id_key" ON "messages"("studio_id", "send_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_sessions_token_key" ON "auth_sessions"("token");

-- CreateIndex
CREATE INDEX "auth_sessions_user_id_idx" ON "auth_sessions"("user_id");

-- CreateIndex
CREATE INDEX "auth_sessions_expires_at_idx" ON "auth_sessions"("expires_at");

-- CreateIndex
CREATE INDEX "auth_accounts_user_id_idx" ON "auth_accounts"("user_id");

-- CreateIndex
CREATE INDEX "auth_verifications_identifier_idx" ON "auth_verifications"("identifier");

-- CreateIndex
CREATE INDEX "password_resets_email_idx" ON "password_resets"("email");

-- CreateIndex
CREATE INDEX "account_mails_invitation_id_idx" ON "account_mails"("invitation_id");

-- CreateIndex
CREATE INDEX "account_mails_reset_id_idx" ON "account_mails"("reset_id");

-- CreateIndex
CREATE INDEX "attempts_expires_at_idx" ON "attempts"("expires_at");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE INDEX "clients_studio_id_email_idx" ON "clients"("studio_id", "email");

-- CreateIndex
CREATE INDEX "clients_studio_id_created_at_idx" ON "clients"("studio_id", "created_at");

-- CreateIndex
CREATE INDEX "clients_search_idx" ON "clients" USING GIN ("studio_id" uuid_ops, "first_name" gin_trgm_ops, "last_name" gin_trgm_ops, "email" gin_trgm_ops, "company" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "clients_tags_idx" ON "clients" USING GIN ("tags");

-- CreateIndex
CREATE UNIQUE INDEX "clients_studio_id_id_key" ON "clients"("studio_id", "id");

-- CreateIndex
CREATE INDEX "vendors_studio_id_created_at_idx" ON "vendors"("studio_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "vendors_studio_id_id_key" ON "vendors"("studio_id", "id");

-- CreateIndex
CREATE INDEX "staff_studio_id_created_at_idx" ON "staff"("studio_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "staff_studio_id_id_key" ON "staff"("studio_id", "id");

-- CreateIndex
CREATE INDEX "projects_studio_id_client_id_idx" ON "projects"("studio_id", "client_id");

-- CreateIndex
CREATE INDEX "projects_studio_id_created_at_idx" ON "projects"("studio_id", "created_at");

-- CreateIndex
CREATE INDEX "projects_search_idx" ON "projects" USING GIN ("studio_id" uuid_ops, "name" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "projects_studio_id_id_key" ON "projects"("studio_id", "id");

-- CreateIndex
CREATE INDEX "bookings_studio_id_client_id_idx" ON "bookings"("studio_id", "client_id");

-- CreateIndex
CREATE INDEX "bookings_studio_id_starts_at_idx" ON "bookings"("studio_id", "starts_at");

-- CreateIndex
CREATE INDEX "bookings_studio_id_ends_at_idx" ON "bookings"("studio_id", "ends_at");

-- CreateIndex
CREATE INDEX "bookings_studio_id_project_id_idx" ON "bookings"("studio_id", "project_id");

-- CreateIndex
CREATE INDEX "bookings_studio_id_created_at_idx" ON "bookings"("studio_id", "created_at");

-- CreateIndex
CREATE INDEX "bookings_studio_id_status_created_at_idx" ON "bookings"("studio_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "bookings_search_idx" ON "bookings" USING GIN ("studio_id" uuid_ops, "title" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "bookings_studio_id_id_key" ON "bookings"("studio_id", "id");

-- CreateIndex
CREATE INDEX "inquiries_studio_id_email_idx" ON "inquiries"("studio_id", "email");

-- CreateIndex
CREATE INDEX "inquiries_studio_id_created_at_idx" ON "inquiries"("studio_id", "created_at");

-- CreateIndex
CREATE INDEX "inquiries_studio_id_client_id_idx" ON "inquiries"("studio_id", "client_id");

-- CreateIndex
CREATE INDEX "inquiries_search_idx" ON "inquiries" USING GIN ("studio_id" uuid_ops, "name" gin_trgm_ops, "email" gin_trgm_ops, "message" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "inquiries_studio_id_id_key" ON "inquiries"("studio_id", "id");

-- CreateIndex
CREATE INDEX "invoices_studio_id_client_id_idx" ON "invoices"("studio_id", "client_id");

-- CreateIndex
CREATE INDEX "invoices_studio_id_due_on_idx" ON "invoices"("studio_id", "due_on");

-- CreateIndex
CREATE INDEX "invoices_studio_id_issued_on_idx" ON "invoices"("studio_id", "issued_on");

-- CreateIndex
CREATE INDEX "invoices_studio_id_booking_id_idx" ON "invoices"("studio_id", "booking_id");

-- CreateIndex
CREATE INDEX "invoices_studio_id_created_at_idx" ON "invoices"("studio_id", "created_at");

-- CreateIndex
CREATE INDEX "invoices_studio_id_status_created_at_idx" ON "invoices"("studio_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "invoices_search_idx" ON "invoices" USING GIN ("studio_id" uuid_ops, "number" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "invoices_studio_id_id_key" ON "invoices"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_studio_id_number_key" ON "invoices"("studio_id", "number");

-- CreateIndex
CREATE INDEX "payments_studio_id_invoice_id_idx" ON "payments"("studio_id", "invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "payments_studio_id_id_key" ON "payments"("studio_id", "id");

-- CreateIndex
CREATE INDEX "tasks_studio_id_status_created_at_idx" ON "tasks"("studio_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "tasks_studio_id_booking_id_idx" ON "tasks"("studio_id", "booking_id");

-- CreateIndex
CREATE INDEX "tasks_studio_id_created_at_idx" ON "tasks"("studio_id", "created_at");

-- CreateIndex
CREATE INDEX "tasks_studio_id_client_id_idx" ON "tasks"("studio_id", "client_id");

-- CreateIndex
CREATE INDEX "tasks_search_idx" ON "tasks" USING GIN ("studio_id" uuid_ops, "title" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "tasks_studio_id_id_key" ON "tasks"("studio_id", "id");

-- CreateIndex
CREATE INDEX "runs_studio_id_status_created_at_idx" ON "runs"("studio_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "runs_studio_id_subject_id_idx" ON "runs"("studio_id", "subject_id");

-- CreateIndex
CREATE INDEX "runs_studio_id_created_at_idx" ON "runs"("studio_id", "created_at");

-- CreateIndex
CREATE INDEX "runs_client" ON "runs"("client_id");

-- CreateIndex
CREATE INDEX "runs_studio_id_workflow_id_created_at_idx" ON "runs"("studio_id", "workflow_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "runs_studio_id_id_key" ON "runs"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "runs_workflow_id_event_id_key" ON "runs"("workflow_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "runs_workflow_id_reentry_key_key" ON "runs"("workflow_id", "reentry_key");

-- CreateIndex
CREATE UNIQUE INDEX "run_signals_run_id_event_id_kind_key" ON "run_signals"("run_id", "event_id", "kind");

-- CreateIndex
CREATE INDEX "run_controls_studio_id_run_id_created_at_idx" ON "run_controls"("studio_id", "run_id", "created_at");

-- CreateIndex
CREATE INDEX "approvals_studio_id_state_requested_at_idx" ON "approvals"("studio_id", "state", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "approvals_studio_id_id_key" ON "approvals"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "approvals_run_id_step_id_visit_key" ON "approvals"("run_id", "step_id", "visit");

-- CreateIndex
CREATE UNIQUE INDEX "studios_slug_key" ON "studios"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "brands_studio_id_id_key" ON "brands"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "brands_studio_id_slug_key" ON "brands"("studio_id", "slug");

-- CreateIndex
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_studio_id_id_key" ON "members"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "members_studio_id_user_id_key" ON "members"("studio_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_studio_id_id_key" ON "invitations"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_studio_id_id_key" ON "api_keys"("studio_id", "id");

-- CreateIndex
CREATE INDEX "workflows_studio_id_state_idx" ON "workflows"("studio_id", "state");

-- CreateIndex
CREATE INDEX "workflows_studio_id_name_idx" ON "workflows"("studio_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "workflows_studio_id_id_key" ON "workflows"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "date_trigger_sweeps_studio_id_workflow_id_key" ON "date_trigger_sweeps"("studio_id", "workflow_id");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_versions_studio_id_id_key" ON "workflow_versions"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_versions_workflow_id_number_key" ON "workflow_versions"("workflow_id", "number");

-- AddForeignKey
ALTER TABLE "event_matches" ADD CONSTRAINT "event_matches_studio_id_event_id_fkey" FOREIGN KEY ("studio_id", "event_id") REFERENCES "events"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_matches" ADD CONSTRAINT "event_matches_studio_id_workflow_id_fkey" FOREIGN KEY ("studio_id", "workflow_id") REFERENCES "workflows"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails_of_day" ADD CONSTRAINT "mails_of_day_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_holds" ADD CONSTRAINT "mail_holds_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "first_contacts" ADD CONSTRAINT "first_contacts_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "first_contact_hours" ADD CONSTRAINT "first_contact_hours_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailed_facts" ADD CONSTRAINT "mailed_facts_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sends" ADD CONSTRAINT "sends_studio_id_run_id_fkey" FOREIGN KEY ("studio_id", "run_id") REFERENCES "runs"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sends" ADD CONSTRAINT "sends_studio_id_approval_id_fkey" FOREIGN KEY ("studio_id", "approval_id") REFERENCES "approvals"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sends" ADD CONSTRAINT "sends_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sends" ADD CONSTRAINT "sends_studio_id_client_id_fkey" FOREIGN KEY ("studio_id", "client_id") REFERENCES "clients"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "templates" ADD CONSTRAINT "templates_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "senders" ADD CONSTRAINT "senders_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_studio_id_send_id_fkey" FOREIGN KEY ("studio_id", "send_id") REFERENCES "sends"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_studio_id_client_id_fkey" FOREIGN KEY ("studio_id", "client_id") REFERENCES "clients"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_accounts" ADD CONSTRAINT "auth_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_mails" ADD CONSTRAINT "account_mails_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_mails" ADD CONSTRAINT "account_mails_reset_id_fkey" FOREIGN KEY ("reset_id") REFERENCES "password_resets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clients" ADD CONSTRAINT "clients_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_tags" ADD CONSTRAINT "client_tags_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendors" ADD CONSTRAINT "vendors_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_studio_id_member_id_fkey" FOREIGN KEY ("studio_id", "member_id") REFERENCES "members"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_studio_id_client_id_fkey" FOREIGN KEY ("studio_id", "client_id") REFERENCES "clients"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_studio_id_client_id_fkey" FOREIGN KEY ("studio_id", "client_id") REFERENCES "clients"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_studio_id_project_id_fkey" FOREIGN KEY ("studio_id", "project_id") REFERENCES "projects"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_vendors" ADD CONSTRAINT "booking_vendors_studio_id_booking_id_fkey" FOREIGN KEY ("studio_id", "booking_id") REFERENCES "bookings"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_vendors" ADD CONSTRAINT "booking_vendors_studio_id_vendor_id_fkey" FOREIGN KEY ("studio_id", "vendor_id") REFERENCES "vendors"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_staff" ADD CONSTRAINT "booking_staff_studio_id_booking_id_fkey" FOREIGN KEY ("studio_id", "booking_id") REFERENCES "bookings"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_staff" ADD CONSTRAINT "booking_staff_studio_id_staff_id_fkey" FOREIGN KEY ("studio_id", "staff_id") REFERENCES "staff"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_studio_id_client_id_fkey" FOREIGN KEY ("studio_id", "client_id") REFERENCES "clients"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_studio_id_client_id_fkey" FOREIGN KEY ("studio_id", "client_id") REFERENCES "clients"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_studio_id_booking_id_fkey" FOREIGN KEY ("studio_id", "booking_id") REFERENCES "bookings"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_studio_id_invoice_id_fkey" FOREIGN KEY ("studio_id", "invoice_id") REFERENCES "invoices"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_studio_id_assignee_id_fkey" FOREIGN KEY ("studio_id", "assignee_id") REFERENCES "staff"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_studio_id_client_id_fkey" FOREIGN KEY ("studio_id", "client_id") REFERENCES "clients"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_studio_id_booking_id_fkey" FOREIGN KEY ("studio_id", "booking_id") REFERENCES "bookings"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chained_runs" ADD CONSTRAINT "chained_runs_studio_id_root_event_id_fkey" FOREIGN KEY ("studio_id", "root_event_id") REFERENCES "events"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_studio_id_workflow_id_fkey" FOREIGN KEY ("studio_id", "workflow_id") REFERENCES "workflows"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_studio_id_version_id_fkey" FOREIGN KEY ("studio_id", "version_id") REFERENCES "workflow_versions"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_studio_id_event_id_fkey" FOREIGN KEY ("studio_id", "event_id") REFERENCES "events"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_studio_id_client_id_fkey" FOREIGN KEY ("studio_id", "client_id") REFERENCES "clients"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_steps" ADD CONSTRAINT "run_steps_studio_id_run_id_fkey" FOREIGN KEY ("studio_id", "run_id") REFERENCES "runs"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_signals" ADD CONSTRAINT "run_signals_studio_id_run_id_fkey" FOREIGN KEY ("studio_id", "run_id") REFERENCES "runs"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_controls" ADD CONSTRAINT "run_controls_studio_id_run_id_fkey" FOREIGN KEY ("studio_id", "run_id") REFERENCES "runs"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_studio_id_run_id_fkey" FOREIGN KEY ("studio_id", "run_id") REFERENCES "runs"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brands" ADD CONSTRAINT "brands_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_studio_id_run_id_fkey" FOREIGN KEY ("studio_id", "run_id") REFERENCES "runs"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflows" ADD CONSTRAINT "workflows_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_trigger_sweeps" ADD CONSTRAINT "date_trigger_sweeps_studio_id_workflow_id_fkey" FOREIGN KEY ("studio_id", "workflow_id") REFERENCES "workflows"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_versions" ADD CONSTRAINT "workflow_versions_studio_id_workflow_id_fkey" FOREIGN KEY ("studio_id", "workflow_id") REFERENCES "workflows"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Checks

ALTER TABLE account_mails ADD CONSTRAINT "account_mails_about" CHECK ((((purpose = 'invitation'::account_mail_purpose) = (invitation_id IS NOT NULL)) AND ((purpose = 'passwordReset'::account_mail_purpose) = (reset_id IS NOT NULL))));
ALTER TABLE bookings ADD CONSTRAINT "bookings_end_after_start" CHECK ((ends_at >= starts_at));
ALTER TABLE brands ADD CONSTRAINT "brands_currency" CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE invitations ADD CONSTRAINT "invitations_ended" CHECK (((ended_at IS NULL) = (ending IS NULL)));
ALTER TABLE invoices ADD CONSTRAINT "invoices_amounts" CHECK (((total_minor >= 0) AND (paid_minor >= 0)));
ALTER TABLE invoices ADD CONSTRAINT "invoices_currency" CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE members ADD CONSTRAINT "members_language_check" CHECK ((language = ANY (ARRAY['en'::text, 'de'::text])));
ALTER TABLE password_resets ADD CONSTRAINT "password_resets_ended" CHECK (((ended_at IS NULL) = (ending IS NULL)));
ALTER TABLE payments ADD CONSTRAINT "payments_amount" CHECK ((amount_minor > 0));
ALTER TABLE payments ADD CONSTRAINT "payments_currency" CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE studios ADD CONSTRAINT "studios_mails_per_contact_and_day_check" CHECK (((mails_per_contact_and_day >= 1) AND (mails_per_contact_and_day <= 1000)));

-- Partial indexes

CREATE INDEX "account_mails_due_idx" ON "account_mails"("next_attempt_at") WHERE "state" = 'queued';

CREATE INDEX "approvals_to_remind_of" ON "approvals"("remind_at") WHERE "state" = 'waiting' AND "remind_at" IS NOT NULL;

CREATE UNIQUE INDEX "brands_one_default" ON "brands" ("studio_id") WHERE "is_default";

CREATE INDEX "events_undispatched" ON "events" ("studio_id", "seq") WHERE "dispatched_at" IS NULL;

CREATE INDEX "events_undispatched_subject" ON "events" ("subject_id", "seq") WHERE "dispatched_at" IS NULL;

-- Of two that are made at the same moment for one address, one is refused.
CREATE UNIQUE INDEX "invitations_open_key" ON "invitations"("studio_id", "email") WHERE "ended_at" IS NULL;

-- The calendar looks for them every few seconds among all invoices that ever were.
CREATE INDEX "invoices_to_come_due" ON "invoices" ("due_on", "id") WHERE "status" = 'issued';

CREATE INDEX "mail_holds_cleared" ON "mail_holds" ("cleared_at") WHERE "cleared_at" IS NOT NULL AND NOT "is_drained";

CREATE INDEX "mail_holds_open" ON "mail_holds" ("next_probe_at") WHERE "cleared_at" IS NULL;

CREATE INDEX "run_signals_undelivered" ON "run_signals" ("seq") WHERE "delivered_at" IS NULL;

CREATE INDEX "runs_open_client" ON "runs" ("client_id") WHERE "ended_at" IS NULL;

CREATE INDEX "runs_open_subject" ON "runs" ("subject_id") WHERE "ended_at" IS NULL;

-- How many runs of a workflow are open, beside thousands that have ended.
CREATE INDEX "runs_open_workflow" ON "runs" ("workflow_id") WHERE "ended_at" IS NULL;

CREATE INDEX "runs_starting" ON "runs" ("studio_id", "created_at") WHERE "status" = 'starting';

CREATE INDEX "sends_delayed" ON "sends" (lower("to_address"), "delayed_to") WHERE "state" = 'queued' AND "delayed_to" IS NOT NULL;

CREATE INDEX "sends_due" ON "sends" ("studio_id", "next_attempt_at") WHERE "state" = 'queued';

CREATE INDEX "sends_held" ON "sends" ("studio_id", "hold_group", "created_at", "id") WHERE "state" = 'held';

CREATE INDEX "sends_leased" ON "sends" ("lease_until") WHERE "state" IN ('sending', 'in_doubt');

CREATE INDEX "sends_notify_run" ON "sends" ("updated_at") WHERE "notify_run";

-- What Prisma's schema cannot say: indexes over the few rows that still wait.
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" ("next_attempt_at") WHERE "state" = 'waiting';

CREATE INDEX "webhook_deliveries_unnotified" ON "webhook_deliveries" ("updated_at") WHERE "notify_run" AND "state" <> 'waiting';

-- The sweep asks for them every two seconds, and would else read every definition there is.
CREATE INDEX "workflow_versions_by_date" ON "workflow_versions" ("studio_id", "id") WHERE "definition"->'trigger'->>'type' = 'date';

-- Functions

-- Tells every process whose access has ended: `session:id`, `member:id` or `key:id`.
CREATE OR REPLACE FUNCTION "access_ended"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cueline_access', TG_ARGV[0] || ':' || OLD.id);
  RETURN NULL;
END $$;

-- Zone and hours of a brand are seen by every open run of the studio that has begun.
CREATE OR REPLACE FUNCTION "brand_clock_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "run_signals" ("studio_id", "run_id", "kind")
  SELECT NEW."studio_id", "id", 'recheck' FROM "runs" WHERE "studio_id" = NEW."studio_id" AND "ended_at" IS NULL AND "status" <> 'starting';
  RETURN NULL;
END $$;

-- Whose day it is matters to all that is under way for a client.
CREATE OR REPLACE FUNCTION "client_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "run_signals" ("studio_id", "run_id", "kind")
  SELECT NEW."studio_id", r."id", 'recheck' FROM "runs" r
  WHERE r."client_id" = NEW."id" AND r."studio_id" = NEW."studio_id" AND r."ended_at" IS NULL;
  RETURN NULL;
END $$;

-- Keeps every tag that a client of the studio has had.
CREATE OR REPLACE FUNCTION "client_tags_used"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "client_tags" ("studio_id", "tag")
    SELECT NEW."studio_id", t FROM unnest(NEW."tags") t
    WHERE t IS NOT NULL
      AND NOT EXISTS (SELECT FROM "client_tags" k WHERE k."studio_id" = NEW."studio_id" AND k."tag" = t)
    ORDER BY t
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Made by libs/database/src/runs/dates-moved.sql.ts: signals the runs that can see a date that moved.
CREATE OR REPLACE FUNCTION "record_dates_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "run_signals" ("studio_id", "run_id", "kind")
  WITH "projects_of_it" AS (
    SELECT NEW."id" WHERE TG_TABLE_NAME = 'projects'
  ), "bookings_of_it" AS (
    SELECT NEW."id" WHERE TG_TABLE_NAME = 'bookings'
    UNION ALL
    SELECT x."id" FROM "projects_of_it" y JOIN "bookings" x ON x."studio_id" = NEW."studio_id" AND x."project_id" = y."id"
  ), "about" AS (
    SELECT NEW."id"
    UNION SELECT "id" FROM "bookings_of_it"
    UNION SELECT x."id" FROM "bookings_of_it" y JOIN "tasks" x ON x."studio_id" = NEW."studio_id" AND x."booking_id" = y."id"
    UNION SELECT x."id" FROM "bookings_of_it" y JOIN "invoices" x ON x."studio_id" = NEW."studio_id" AND x."booking_id" = y."id"
  )
  SELECT NEW."studio_id", r."id", 'recheck'
  FROM "about" JOIN "runs" r ON r."studio_id" = NEW."studio_id" AND r."subject_id" = "about"."id" AND r."ended_at" IS NULL;
  RETURN NULL;
END $$;

-- One revision for all templates of a studio: workers read it with the facts.
CREATE OR REPLACE FUNCTION "templates_were_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "studios" SET "template_revision" = "template_revision" + 1 WHERE "id" = COALESCE(NEW."studio_id", OLD."studio_id");
  RETURN NULL;
END $$;

-- Triggers

CREATE TRIGGER key_revoked AFTER UPDATE OF "revoked_at", "scopes" OR DELETE ON "api_keys" FOR EACH ROW EXECUTE FUNCTION access_ended('key');

CREATE TRIGGER session_ended AFTER DELETE ON "auth_sessions" FOR EACH ROW EXECUTE FUNCTION access_ended('session');

CREATE TRIGGER "bookings_moved" AFTER UPDATE OF "starts_at", "ends_at" ON "bookings" FOR EACH ROW
  WHEN (OLD."starts_at" IS DISTINCT FROM NEW."starts_at" OR OLD."ends_at" IS DISTINCT FROM NEW."ends_at")
  EXECUTE FUNCTION "record_dates_moved"();

CREATE TRIGGER "brands_moved" AFTER UPDATE OF "zone", "business_hours" ON "brands" FOR EACH ROW
  WHEN (OLD."zone" IS DISTINCT FROM NEW."zone" OR OLD."business_hours" IS DISTINCT FROM NEW."business_hours")
  EXECUTE FUNCTION "brand_clock_changed"();

CREATE TRIGGER "client_tags_changed" AFTER UPDATE OF "tags" ON "clients" FOR EACH ROW
  WHEN (NEW."tags" <> '{}' AND OLD."tags" IS DISTINCT FROM NEW."tags") EXECUTE FUNCTION "client_tags_used"();

CREATE TRIGGER "client_tags_inserted" AFTER INSERT ON "clients" FOR EACH ROW
  WHEN (NEW."tags" <> '{}') EXECUTE FUNCTION "client_tags_used"();

CREATE TRIGGER "clients_moved" AFTER UPDATE OF "zone" ON "clients" FOR EACH ROW
  WHEN (OLD."zone" IS DISTINCT FROM NEW."zone") EXECUTE FUNCTION "client_moved"();

CREATE TRIGGER "inquiries_moved" AFTER UPDATE OF "event_on" ON "inquiries" FOR EACH ROW
  WHEN (OLD."event_on" IS DISTINCT FROM NEW."event_on") EXECUTE FUNCTION "record_dates_moved"();

CREATE TRIGGER "invoices_moved" AFTER UPDATE OF "due_on", "issued_on" ON "invoices" FOR EACH ROW
  WHEN (OLD."due_on" IS DISTINCT FROM NEW."due_on" OR OLD."issued_on" IS DISTINCT FROM NEW."issued_on")
  EXECUTE FUNCTION "record_dates_moved"();

CREATE TRIGGER member_changed AFTER UPDATE OF "role" OR DELETE ON "members" FOR EACH ROW EXECUTE FUNCTION access_ended('member');

CREATE TRIGGER "projects_moved" AFTER UPDATE OF "due_on" ON "projects" FOR EACH ROW
  WHEN (OLD."due_on" IS DISTINCT FROM NEW."due_on") EXECUTE FUNCTION "record_dates_moved"();

CREATE TRIGGER "tasks_moved" AFTER UPDATE OF "due_at" ON "tasks" FOR EACH ROW
  WHEN (OLD."due_at" IS DISTINCT FROM NEW."due_at") EXECUTE FUNCTION "record_dates_moved"();

CREATE TRIGGER "templates_changed" AFTER INSERT OR UPDATE OR DELETE ON "templates"
  FOR EACH ROW EXECUTE FUNCTION "templates_were_changed"();
