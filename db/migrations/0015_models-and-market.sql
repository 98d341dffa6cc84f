CREATE TABLE `ai_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`asker_kind` text NOT NULL,
	`asker_id` text NOT NULL,
	`asker_label` text NOT NULL,
	`run_id` text,
	`request_id` text NOT NULL,
	`purpose` text NOT NULL,
	`prompt_name` text NOT NULL,
	`prompt_version` integer NOT NULL,
	`source` text NOT NULL,
	`outcome` text NOT NULL,
	`provider` text NOT NULL,
	`provider_id` text NOT NULL,
	`model` text NOT NULL,
	`attempts` text NOT NULL,
	`input_tokens` integer NOT NULL,
	`cached_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	`is_estimated` integer NOT NULL,
	`cost_micro_usd` integer NOT NULL,
	`price_day` text,
	`first_byte_ms` integer,
	`latency_ms` integer NOT NULL,
	`asked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ai_calls_workspace` ON `ai_calls` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `ai_calls_run` ON `ai_calls` (`workspace_id`,`run_id`);--> statement-breakpoint
CREATE INDEX `ai_calls_age` ON `ai_calls` (`asked_at`);--> statement-breakpoint
CREATE TABLE `ai_caps` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`scope` text NOT NULL,
	`subject_id` text NOT NULL,
	`window` text NOT NULL,
	`limit_micro_usd` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ai_caps_subject` ON `ai_caps` (`workspace_id`,`scope`,`subject_id`,`window`);--> statement-breakpoint
CREATE TABLE `ai_providers` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`base_url` text NOT NULL,
	`sealed_key` text,
	`key_hint` text,
	`models` text NOT NULL,
	`embedding_models` text NOT NULL,
	`own_prices` text,
	`position` integer NOT NULL,
	`is_enabled` integer NOT NULL,
	`test_outcome` text,
	`tested_at` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ai_providers_order` ON `ai_providers` (`workspace_id`,`position`);--> statement-breakpoint
CREATE TABLE `ai_purposes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`purpose` text NOT NULL,
	`choices` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ai_purposes_purpose` ON `ai_purposes` (`workspace_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `ai_spend_days` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`day` text NOT NULL,
	`asker_kind` text NOT NULL,
	`asker_id` text NOT NULL,
	`asker_label` text NOT NULL,
	`purpose` text NOT NULL,
	`provider` text NOT NULL,
	`model` text NOT NULL,
	`calls` integer NOT NULL,
	`rules_answers` integer NOT NULL,
	`input_tokens` integer NOT NULL,
	`cached_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	`cost_micro_usd` integer NOT NULL,
	`counted_until` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ai_spend_days_one` ON `ai_spend_days` (`workspace_id`,`day`,`asker_kind`,`asker_id`,`purpose`,`provider`,`model`);--> statement-breakpoint
CREATE TABLE `listing_analyses` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`label` text NOT NULL,
	`score` integer NOT NULL,
	`result` text NOT NULL,
	`inputs` text NOT NULL,
	`source` text NOT NULL,
	`reason` text,
	`provider` text,
	`model` text,
	`call_id` text,
	`rules_version` integer NOT NULL,
	`prompt_name` text NOT NULL,
	`prompt_version` integer NOT NULL,
	`requested_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `listing_analyses_listing` ON `listing_analyses` (`workspace_id`,`listing_id`,`id`);--> statement-breakpoint
CREATE TABLE `listing_text_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`listing_ref` text NOT NULL,
	`field` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`vendor_text` text,
	`undo_of_id` text,
	`analysis_id` text,
	`visits_30d_before` integer,
	`requested_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `listing_text_changes_listing` ON `listing_text_changes` (`workspace_id`,`listing_id`,`id`);