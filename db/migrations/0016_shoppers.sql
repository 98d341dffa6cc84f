CREATE TABLE `interaction_products` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`interaction_id` text NOT NULL,
	`product_key` text NOT NULL,
	`product_id` text,
	`role` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interaction_products_once` ON `interaction_products` (`workspace_id`,`interaction_id`,`product_key`);--> statement-breakpoint
CREATE INDEX `interaction_products_product` ON `interaction_products` (`workspace_id`,`product_id`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `interactions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`visitor_key` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`described_by` text NOT NULL,
	`ai_call_id` text,
	`occurred_at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`channel` text NOT NULL,
	`is_bot` integer NOT NULL,
	`products` text NOT NULL,
	`moments` text NOT NULL,
	`tags` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interactions_once` ON `interactions` (`workspace_id`,`source`,`subject_id`);--> statement-breakpoint
CREATE INDEX `interactions_workspace` ON `interactions` (`workspace_id`,`occurred_at`,`id`);--> statement-breakpoint
CREATE INDEX `interactions_kind` ON `interactions` (`workspace_id`,`kind`,`occurred_at`,`id`);--> statement-breakpoint
CREATE INDEX `interactions_visitor` ON `interactions` (`workspace_id`,`visitor_key`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `shopper_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`site_id` text NOT NULL,
	`visitor_key` text NOT NULL,
	`user_ref` text,
	`started_at` integer NOT NULL,
	`ended_at` integer NOT NULL,
	`events` integer NOT NULL,
	`half_hour_visits` integer NOT NULL,
	`follows_id` text,
	`ended_by` text NOT NULL,
	`is_bot` integer NOT NULL,
	`features` text NOT NULL,
	`archive_key` text,
	`processing` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `shopper_sessions_workspace` ON `shopper_sessions` (`workspace_id`,`started_at`,`id`);--> statement-breakpoint
CREATE INDEX `shopper_sessions_site` ON `shopper_sessions` (`workspace_id`,`site_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `shopper_sessions_visitor` ON `shopper_sessions` (`workspace_id`,`visitor_key`,`started_at`);--> statement-breakpoint
CREATE INDEX `shopper_sessions_unfinished` ON `shopper_sessions` (`created_at`) WHERE processing = 'waiting';--> statement-breakpoint
CREATE TABLE `pattern_tallies` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`period` text NOT NULL,
	`start_day` text NOT NULL,
	`tally` text NOT NULL,
	`sessions` integer NOT NULL,
	`counted_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pattern_tallies_once` ON `pattern_tallies` (`workspace_id`,`period`,`start_day`);--> statement-breakpoint
CREATE TABLE `patterns` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`period` text NOT NULL,
	`start_day` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`facts` text NOT NULL,
	`support` integer NOT NULL,
	`out_of` integer NOT NULL,
	`confidence_per_mille` integer NOT NULL,
	`effect_per_mille` integer NOT NULL,
	`change_percent` integer,
	`interaction_ids` text NOT NULL,
	`state` text NOT NULL,
	`found_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `patterns_once` ON `patterns` (`workspace_id`,`period`,`start_day`,`kind`,`key`);--> statement-breakpoint
CREATE INDEX `patterns_list` ON `patterns` (`workspace_id`,`period`,`start_day`,`state`);--> statement-breakpoint
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`public_key` text NOT NULL,
	`domains` text NOT NULL,
	`kind` text NOT NULL,
	`consent_mode` text NOT NULL,
	`honours_privacy_signals` integer NOT NULL,
	`mask_selectors` text NOT NULL,
	`kept_parameters` text NOT NULL,
	`sample_percent` integer NOT NULL,
	`session_idle_minutes` integer NOT NULL,
	`retention` text NOT NULL,
	`is_enabled` integer NOT NULL,
	`first_event_at` integer,
	`last_event_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sites_public_key` ON `sites` (`public_key`);--> statement-breakpoint
CREATE INDEX `sites_workspace` ON `sites` (`workspace_id`,`id`);