-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'America/New_York',
    "day_start" TEXT NOT NULL DEFAULT '07:00',
    "day_end" TEXT NOT NULL DEFAULT '17:00',
    "observed_holidays" BOOLEAN NOT NULL DEFAULT true,
    "extra_margin_days" INTEGER NOT NULL DEFAULT 0,
    "protective_appeal_on_grant" TEXT NOT NULL DEFAULT 'hold',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "is_bootstrap" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "client_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "team_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "npis" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "tax_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "client_id" UUID,
    "name" TEXT NOT NULL,
    "queues" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "media_type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remittance" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "client_id" UUID,
    "file_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "failure" TEXT,
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "bytes_total" BIGINT NOT NULL,
    "claims_read" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL,
    "totals" JSONB NOT NULL,
    "warnings" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "created_by" UUID,

    CONSTRAINT "remittance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refused_row" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "remittance_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "remedy" TEXT NOT NULL,
    "raw" TEXT NOT NULL,

    CONSTRAINT "refused_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "remittance_id" UUID,
    "position" INTEGER,
    "payer_id" UUID NOT NULL,
    "payer_identifier" TEXT NOT NULL,
    "claim_number" TEXT NOT NULL,
    "payer_claim_number" TEXT,
    "prior_payer_claim_number" TEXT,
    "claim_status" TEXT NOT NULL,
    "filing_indicator" TEXT,
    "frequency" TEXT,
    "charged_cents" BIGINT NOT NULL,
    "paid_cents" BIGINT NOT NULL,
    "patient_responsibility_cents" BIGINT NOT NULL,
    "patient_first_name" TEXT,
    "patient_last_name" TEXT,
    "member_id" TEXT,
    "payee_npi" TEXT,
    "payee_tax_id" TEXT,
    "payee_name" TEXT,
    "rendering_npi" TEXT,
    "rendering_name" TEXT,
    "facility_name" TEXT,
    "facility_npi" TEXT,
    "place_of_service" TEXT,
    "diagnoses" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "remarks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "service_from" DATE,
    "service_to" DATE,
    "notice_on" DATE,
    "class" TEXT NOT NULL,
    "balanced" BOOLEAN NOT NULL,
    "warnings" JSONB NOT NULL,
    "details" JSONB NOT NULL,
    "duplicate_of" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_line" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "qualifier" TEXT,
    "procedure" TEXT,
    "modifiers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "replaced_procedure" TEXT,
    "revenue_code" TEXT,
    "charged_cents" BIGINT NOT NULL,
    "paid_cents" BIGINT NOT NULL,
    "units" DECIMAL(65,30) NOT NULL,
    "service_from" DATE,
    "service_to" DATE,
    "control_number" TEXT,
    "remarks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "class" TEXT,

    CONSTRAINT "claim_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "adjustment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "line_ordinal" INTEGER,
    "ordinal" INTEGER NOT NULL,
    "group_code" TEXT NOT NULL,
    "carc" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "quantity" DECIMAL(65,30),

    CONSTRAINT "adjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "denial" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "claim_id" UUID,
    "payer_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT,
    "class" TEXT NOT NULL,
    "class_confidence" TEXT NOT NULL,
    "class_reasons" JSONB NOT NULL,
    "trigger" TEXT,
    "suspicion" TEXT,
    "standing" TEXT NOT NULL,
    "plan_type" TEXT,
    "regime" TEXT NOT NULL,
    "regime_settled" BOOLEAN NOT NULL DEFAULT false,
    "likely_regime" TEXT,
    "likely_regime_reasons" JSONB NOT NULL,
    "state" TEXT,
    "notice_on" DATE,
    "received_on" DATE,
    "how_received" TEXT,
    "printed_deadline_on" DATE,
    "wording" TEXT,
    "appeal_channel" TEXT,
    "benefit_level_requested" TEXT,
    "benefit_level_granted" TEXT,
    "network_status" JSONB NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "owner_id" UUID,
    "missed_before_intake" BOOLEAN NOT NULL DEFAULT false,
    "filing_confirmed_at" TIMESTAMPTZ(3),
    "filing_decided_at" TIMESTAMPTZ(3),
    "negotiation_decided_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "denial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "denial_view" (
    "denial_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "last_number" INTEGER NOT NULL DEFAULT 0,
    "visit" INTEGER NOT NULL DEFAULT 1,
    "taken_number" INTEGER NOT NULL DEFAULT 0,
    "closing" BOOLEAN NOT NULL DEFAULT false,
    "stage" TEXT NOT NULL,
    "path" TEXT,
    "outcome" TEXT,
    "safe_due_on" DATE,
    "legal_due_on" DATE,
    "filing_state" TEXT NOT NULL DEFAULT 'running',
    "assumed" BOOLEAN NOT NULL DEFAULT true,
    "next_wake_at" TIMESTAMPTZ(3),
    "sort_due_on" DATE NOT NULL DEFAULT 'infinity'::date,
    "class" TEXT NOT NULL,
    "payer_id" UUID NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "denial_view_pkey" PRIMARY KEY ("denial_id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "denial_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "clock_id" TEXT NOT NULL,
    "owed_by" TEXT NOT NULL,
    "legal_due_on" DATE,
    "safe_due_on" DATE,
    "chase_on" DATE,
    "late_on" DATE,
    "assumed" BOOLEAN NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "citation" TEXT NOT NULL,
    "trace" JSONB NOT NULL,
    "lost" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "denial_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "skill" TEXT,
    "state" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'specialist',
    "assignee_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "remind_at" TIMESTAMPTZ(3) NOT NULL,
    "raise_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "raised_at" TIMESTAMPTZ(3),
    "raised_to" TEXT,
    "legal_due_on" DATE,
    "safe_due_on" DATE,
    "amount_cents" BIGINT NOT NULL,
    "context" JSONB NOT NULL,
    "outcome" TEXT,
    "answer" JSONB,
    "completed_by" UUID,
    "completed_by_key" UUID,
    "completed_at" TIMESTAMPTZ(3),
    "cancel_wanted" BOOLEAN NOT NULL DEFAULT false,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "denial_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "number" INTEGER,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "task_id" UUID,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "denial_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "actor" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payer_response" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "denial_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "regards" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "answered_on" DATE NOT NULL,
    "benefit_level" TEXT,
    "reference" TEXT,
    "printed_deadline_on" DATE,
    "wording" TEXT,
    "file_id" UUID,
    "actor" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payer_response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "denial_id" UUID NOT NULL,
    "slot" TEXT NOT NULL,
    "task_id" UUID,
    "file_id" UUID,
    "does_not_exist" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "captured_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_template" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,

    CONSTRAINT "letter_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "denial_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" INTEGER,
    "template_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "exhibits" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "file_id" UUID,
    "approved_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "packet" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "denial_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "document_id" UUID,
    "task_id" UUID,
    "channel" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "sent_on" DATE NOT NULL,
    "delivered_on" DATE,
    "proof_reference" TEXT,
    "proof_file_id" UUID,
    "sent_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "packet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "denial_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "document_id" UUID,
    "sent_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timeline_entry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "denial_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "code" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "citation" TEXT,

    CONSTRAINT "timeline_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "denial_id" UUID NOT NULL,
    "task_id" UUID,
    "tell" TEXT NOT NULL,
    "user_id" UUID,
    "team_id" UUID,
    "code" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "dedupe_key" TEXT NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_event" (
    "draft_id" BIGSERIAL NOT NULL,
    "id" BIGINT,
    "organization_id" UUID NOT NULL,
    "client_id" UUID,
    "kind" TEXT NOT NULL,
    "denial_id" UUID,
    "task_id" UUID,
    "subject_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "live_event_pkey" PRIMARY KEY ("draft_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "act" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "denial_id" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "entry_id" BIGINT NOT NULL,
    "organization_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID NOT NULL,
    "actor_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organization_id" UUID,
    "denial_id" UUID,
    "kind" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "repaired_at" TIMESTAMPTZ(3),
    "repair" TEXT,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "heartbeat" (
    "process" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("process")
);

-- CreateTable
CREATE TABLE "clock_row" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "clock_id" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "row" JSONB NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "citation" TEXT NOT NULL,

    CONSTRAINT "clock_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carc_row" (
    "carc" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "opens" BOOLEAN NOT NULL,

    CONSTRAINT "carc_row_pkey" PRIMARY KEY ("carc")
);

-- CreateTable
CREATE TABLE "rarc_row" (
    "rarc" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "opens" BOOLEAN NOT NULL,
    "regime" TEXT,

    CONSTRAINT "rarc_row_pkey" PRIMARY KEY ("rarc")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_session_token_hash_key" ON "user_session"("token_hash");

-- CreateIndex
CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "api_key_organization_id_idx" ON "api_key"("organization_id");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_organization_id_user_id_key" ON "membership"("organization_id", "user_id");

-- CreateIndex
CREATE INDEX "client_organization_id_idx" ON "client"("organization_id");

-- CreateIndex
CREATE INDEX "team_organization_id_idx" ON "team"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "payer_organization_id_identifier_key" ON "payer"("organization_id", "identifier");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_organization_id_sha256_key" ON "stored_file"("organization_id", "sha256");

-- CreateIndex
CREATE INDEX "remittance_organization_id_received_at_idx" ON "remittance"("organization_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "remittance_organization_id_sha256_key" ON "remittance"("organization_id", "sha256");

-- CreateIndex
CREATE INDEX "refused_row_organization_id_idx" ON "refused_row"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "refused_row_remittance_id_position_key" ON "refused_row"("remittance_id", "position");

-- CreateIndex
CREATE INDEX "claim_organization_id_claim_number_idx" ON "claim"("organization_id", "claim_number");

-- CreateIndex
CREATE INDEX "claim_organization_id_payer_claim_number_idx" ON "claim"("organization_id", "payer_claim_number");

-- CreateIndex
CREATE UNIQUE INDEX "claim_remittance_id_position_key" ON "claim"("remittance_id", "position");

-- CreateIndex
CREATE INDEX "claim_line_organization_id_idx" ON "claim_line"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_line_claim_id_ordinal_key" ON "claim_line"("claim_id", "ordinal");

-- CreateIndex
CREATE INDEX "adjustment_organization_id_idx" ON "adjustment"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "adjustment_claim_id_ordinal_key" ON "adjustment"("claim_id", "ordinal");

-- CreateIndex
CREATE INDEX "denial_organization_id_claim_id_idx" ON "denial"("organization_id", "claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "denial_organization_id_key_key" ON "denial"("organization_id", "key");

-- CreateIndex
CREATE INDEX "denial_view_organization_id_sort_due_on_denial_id_idx" ON "denial_view"("organization_id", "sort_due_on", "denial_id");

-- CreateIndex
CREATE INDEX "denial_view_organization_id_stage_idx" ON "denial_view"("organization_id", "stage");

-- CreateIndex
CREATE INDEX "denial_view_next_wake_at_idx" ON "denial_view"("next_wake_at");

-- CreateIndex
CREATE INDEX "deadline_organization_id_safe_due_on_idx" ON "deadline"("organization_id", "safe_due_on");

-- CreateIndex
CREATE UNIQUE INDEX "deadline_denial_id_purpose_key" ON "deadline"("denial_id", "purpose");

-- CreateIndex
CREATE INDEX "task_organization_id_state_due_at_id_idx" ON "task"("organization_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "task_assignee_id_state_idx" ON "task"("assignee_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "task_denial_id_generation_key_key" ON "task"("denial_id", "generation", "key");

-- CreateIndex
CREATE INDEX "outbox_message_denial_id_number_idx" ON "outbox_message"("denial_id", "number");

-- CreateIndex
CREATE INDEX "command_denial_id_idx" ON "command"("denial_id");

-- CreateIndex
CREATE INDEX "command_organization_id_idx" ON "command"("organization_id");

-- CreateIndex
CREATE INDEX "payer_response_denial_id_idx" ON "payer_response"("denial_id");

-- CreateIndex
CREATE UNIQUE INDEX "payer_response_organization_id_external_id_key" ON "payer_response"("organization_id", "external_id");

-- CreateIndex
CREATE INDEX "evidence_denial_id_idx" ON "evidence"("denial_id");

-- CreateIndex
CREATE INDEX "evidence_organization_id_idx" ON "evidence"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "letter_template_kind_version_key" ON "letter_template"("kind", "version");

-- CreateIndex
CREATE INDEX "document_organization_id_idx" ON "document"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_denial_id_key_key" ON "document"("denial_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "packet_task_id_key" ON "packet"("task_id");

-- CreateIndex
CREATE INDEX "packet_denial_id_idx" ON "packet"("denial_id");

-- CreateIndex
CREATE INDEX "packet_organization_id_idx" ON "packet"("organization_id");

-- CreateIndex
CREATE INDEX "appeal_organization_id_idx" ON "appeal"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_denial_id_level_key" ON "appeal"("denial_id", "level");

-- CreateIndex
CREATE INDEX "timeline_entry_organization_id_denial_id_at_idx" ON "timeline_entry"("organization_id", "denial_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "timeline_entry_denial_id_generation_seq_ordinal_key" ON "timeline_entry"("denial_id", "generation", "seq", "ordinal");

-- CreateIndex
CREATE INDEX "notice_organization_id_at_idx" ON "notice"("organization_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "notice_denial_id_dedupe_key_key" ON "notice"("denial_id", "dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "live_event_id_key" ON "live_event"("id");

-- CreateIndex
CREATE INDEX "live_event_organization_id_id_idx" ON "live_event"("organization_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_organization_id_id_idx" ON "audit_entry"("organization_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_denial_id_idx" ON "audit_entry"("denial_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_organization_id_position_key" ON "audit_seal"("organization_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_key_organization_id_actor_id_key_key" ON "idempotency_key"("organization_id", "actor_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "finding_dedupe_key_key" ON "finding"("dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "clock_row_clock_id_effective_from_key" ON "clock_row"("clock_id", "effective_from");
