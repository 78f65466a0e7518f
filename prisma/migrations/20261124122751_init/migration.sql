-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('owner', 'admin', 'member');

-- CreateEnum
CREATE TYPE "booking_status" AS ENUM ('tentative', 'confirmed', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "inquiry_status" AS ENUM ('open', 'answered', 'booked', 'closed');

-- CreateEnum
CREATE TYPE "invoice_status" AS ENUM ('draft', 'issued', 'overdue', 'paid', 'void');

-- CreateEnum
CREATE TYPE "task_status" AS ENUM ('open', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "workflow_state" AS ENUM ('draft', 'published', 'paused', 'archived');

-- CreateEnum
CREATE TYPE "run_status" AS ENUM ('starting', 'running', 'waiting', 'paused', 'failed', 'completed', 'exited', 'stopped');

-- CreateEnum
CREATE TYPE "run_step_status" AS ENUM ('running', 'waiting', 'done', 'skipped', 'failed');

-- CreateEnum
CREATE TYPE "sender_kind" AS ENUM ('platform');

-- CreateEnum
CREATE TYPE "send_state" AS ENUM ('held', 'queued', 'sending', 'sent', 'in_doubt', 'failed', 'bounced', 'suppressed');

-- CreateEnum
CREATE TYPE "mail_category" AS ENUM ('transactional', 'marketing');

-- CreateEnum
CREATE TYPE "message_direction" AS ENUM ('incoming', 'outgoing');

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
CREATE TABLE "studios" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "automation_revision" INTEGER NOT NULL DEFAULT 0,
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
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
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

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

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

    CONSTRAINT "events_pkey" PRIMARY KEY ("seq")
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
    "outcome" TEXT,
    "reason" JSONB,
    "due_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_steps_pkey" PRIMARY KEY ("run_id","step_id","visit")
);

-- CreateTable
CREATE TABLE "run_signals" (
    "seq" BIGSERIAL NOT NULL,
    "studio_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "event_type" TEXT NOT NULL,
    "exit" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_signals_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "event_matches" (
    "studio_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "run_id" UUID,
    "reason" JSONB NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_matches_pkey" PRIMARY KEY ("event_id","workflow_id")
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
CREATE TABLE "sends" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "run_id" UUID,
    "step_id" TEXT,
    "visit" INTEGER,
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
    "lease_until" TIMESTAMPTZ(3),
    "handed_over_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "tell_run" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sends_pkey" PRIMARY KEY ("id")
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

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_sessions_token_key" ON "auth_sessions"("token");

-- CreateIndex
CREATE INDEX "auth_sessions_user_id_idx" ON "auth_sessions"("user_id");

-- CreateIndex
CREATE INDEX "auth_accounts_user_id_idx" ON "auth_accounts"("user_id");

-- CreateIndex
CREATE INDEX "auth_verifications_identifier_idx" ON "auth_verifications"("identifier");

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
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_studio_id_id_key" ON "api_keys"("studio_id", "id");

-- CreateIndex
CREATE INDEX "clients_studio_id_email_idx" ON "clients"("studio_id", "email");

-- CreateIndex
CREATE INDEX "clients_studio_id_created_at_idx" ON "clients"("studio_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "clients_studio_id_id_key" ON "clients"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "vendors_studio_id_id_key" ON "vendors"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_studio_id_id_key" ON "staff"("studio_id", "id");

-- CreateIndex
CREATE INDEX "projects_studio_id_client_id_idx" ON "projects"("studio_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "projects_studio_id_id_key" ON "projects"("studio_id", "id");

-- CreateIndex
CREATE INDEX "bookings_studio_id_client_id_idx" ON "bookings"("studio_id", "client_id");

-- CreateIndex
CREATE INDEX "bookings_studio_id_starts_at_idx" ON "bookings"("studio_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "bookings_studio_id_id_key" ON "bookings"("studio_id", "id");

-- CreateIndex
CREATE INDEX "inquiries_studio_id_email_idx" ON "inquiries"("studio_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "inquiries_studio_id_id_key" ON "inquiries"("studio_id", "id");

-- CreateIndex
CREATE INDEX "invoices_studio_id_client_id_idx" ON "invoices"("studio_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_studio_id_id_key" ON "invoices"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_studio_id_number_key" ON "invoices"("studio_id", "number");

-- CreateIndex
CREATE INDEX "payments_studio_id_invoice_id_idx" ON "payments"("studio_id", "invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "payments_studio_id_id_key" ON "payments"("studio_id", "id");

-- CreateIndex
CREATE INDEX "tasks_studio_id_status_idx" ON "tasks"("studio_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "tasks_studio_id_id_key" ON "tasks"("studio_id", "id");

-- CreateIndex
CREATE INDEX "events_studio_id_subject_id_seq_idx" ON "events"("studio_id", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "events_studio_id_type_seq_idx" ON "events"("studio_id", "type", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "events_studio_id_id_key" ON "events"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "events_studio_id_source_source_id_key" ON "events"("studio_id", "source", "source_id");

-- CreateIndex
CREATE INDEX "workflows_studio_id_state_idx" ON "workflows"("studio_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "workflows_studio_id_id_key" ON "workflows"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_versions_studio_id_id_key" ON "workflow_versions"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_versions_workflow_id_number_key" ON "workflow_versions"("workflow_id", "number");

-- CreateIndex
CREATE INDEX "runs_studio_id_status_idx" ON "runs"("studio_id", "status");

-- CreateIndex
CREATE INDEX "runs_studio_id_subject_id_idx" ON "runs"("studio_id", "subject_id");

-- CreateIndex
CREATE INDEX "runs_studio_id_created_at_idx" ON "runs"("studio_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "runs_studio_id_id_key" ON "runs"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "runs_workflow_id_event_id_key" ON "runs"("workflow_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "runs_workflow_id_reentry_key_key" ON "runs"("workflow_id", "reentry_key");

-- CreateIndex
CREATE UNIQUE INDEX "run_signals_run_id_event_id_key" ON "run_signals"("run_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "templates_studio_id_id_key" ON "templates"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "senders_studio_id_id_key" ON "senders"("studio_id", "id");

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
CREATE INDEX "messages_studio_id_client_id_occurred_at_idx" ON "messages"("studio_id", "client_id", "occurred_at");

-- CreateIndex
CREATE INDEX "messages_studio_id_message_id_idx" ON "messages"("studio_id", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_studio_id_id_key" ON "messages"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_studio_id_send_id_key" ON "messages"("studio_id", "send_id");

-- AddForeignKey
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_accounts" ADD CONSTRAINT "auth_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brands" ADD CONSTRAINT "brands_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clients" ADD CONSTRAINT "clients_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "workflows" ADD CONSTRAINT "workflows_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_versions" ADD CONSTRAINT "workflow_versions_studio_id_workflow_id_fkey" FOREIGN KEY ("studio_id", "workflow_id") REFERENCES "workflows"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

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
ALTER TABLE "event_matches" ADD CONSTRAINT "event_matches_studio_id_event_id_fkey" FOREIGN KEY ("studio_id", "event_id") REFERENCES "events"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_matches" ADD CONSTRAINT "event_matches_studio_id_workflow_id_fkey" FOREIGN KEY ("studio_id", "workflow_id") REFERENCES "workflows"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "templates" ADD CONSTRAINT "templates_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "senders" ADD CONSTRAINT "senders_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sends" ADD CONSTRAINT "sends_studio_id_run_id_fkey" FOREIGN KEY ("studio_id", "run_id") REFERENCES "runs"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sends" ADD CONSTRAINT "sends_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sends" ADD CONSTRAINT "sends_studio_id_client_id_fkey" FOREIGN KEY ("studio_id", "client_id") REFERENCES "clients"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_studio_id_brand_id_fkey" FOREIGN KEY ("studio_id", "brand_id") REFERENCES "brands"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_studio_id_send_id_fkey" FOREIGN KEY ("studio_id", "send_id") REFERENCES "sends"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_studio_id_client_id_fkey" FOREIGN KEY ("studio_id", "client_id") REFERENCES "clients"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say: indexes over the few rows that still wait, and checks.

CREATE INDEX "events_undispatched" ON "events" ("seq") WHERE "dispatched_at" IS NULL;
CREATE INDEX "events_undispatched_subject" ON "events" ("subject_id", "seq") WHERE "dispatched_at" IS NULL;
CREATE INDEX "runs_starting" ON "runs" ("created_at") WHERE "status" = 'starting';
CREATE INDEX "runs_open_subject" ON "runs" ("studio_id", "subject_id") WHERE "ended_at" IS NULL;
CREATE INDEX "runs_open_client" ON "runs" ("studio_id", "client_id") WHERE "ended_at" IS NULL;
CREATE INDEX "run_signals_undelivered" ON "run_signals" ("seq") WHERE "delivered_at" IS NULL;
CREATE INDEX "sends_due" ON "sends" ("next_attempt_at") WHERE "state" = 'queued';
CREATE INDEX "sends_leased" ON "sends" ("lease_until") WHERE "state" = 'sending';
CREATE INDEX "sends_tell_run" ON "sends" ("updated_at") WHERE "tell_run";

ALTER TABLE "bookings" ADD CONSTRAINT "bookings_end_after_start" CHECK ("ends_at" >= "starts_at");
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_amounts" CHECK ("total_minor" >= 0 AND "paid_minor" >= 0);
ALTER TABLE "payments" ADD CONSTRAINT "payments_amount" CHECK ("amount_minor" > 0);
ALTER TABLE "brands" ADD CONSTRAINT "brands_currency" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_currency" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "payments" ADD CONSTRAINT "payments_currency" CHECK ("currency" ~ '^[A-Z]{3}$');
CREATE UNIQUE INDEX "brands_one_default" ON "brands" ("studio_id") WHERE "is_default";
