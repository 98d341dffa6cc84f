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
CREATE INDEX `listing_text_changes_listing` ON `listing_text_changes` (`workspace_id`,`listing_id`,`id`);--> statement-breakpoint
CREATE TABLE `review_gaps` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`subject` text NOT NULL,
	`topic` text NOT NULL,
	`label` text,
	`product_id` text,
	`listing_id` text,
	`channel_id` text NOT NULL,
	`listing_ref` text NOT NULL,
	`title` text NOT NULL,
	`reviews` integer NOT NULL,
	`reviews_of` integer NOT NULL,
	`questions` integer NOT NULL,
	`suspicious` integer NOT NULL,
	`severity` text NOT NULL,
	`severity_score` integer NOT NULL,
	`weight` integer NOT NULL,
	`trend` text NOT NULL,
	`confidence` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`quotes` text NOT NULL,
	`phrases` text NOT NULL,
	`fix` text NOT NULL,
	`state` text NOT NULL,
	`mended_at` integer,
	`before` text,
	`after` text,
	`refreshed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_gaps_once` ON `review_gaps` (`workspace_id`,`subject`,`topic`);--> statement-breakpoint
CREATE INDEX `review_gaps_state` ON `review_gaps` (`workspace_id`,`state`,`weight`,`id`);--> statement-breakpoint
CREATE INDEX `review_gaps_weight` ON `review_gaps` (`workspace_id`,`weight`,`id`);--> statement-breakpoint
CREATE INDEX `review_gaps_product` ON `review_gaps` (`workspace_id`,`product_id`);--> statement-breakpoint
CREATE TABLE `supplier_issues` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`gap_id` text NOT NULL,
	`product_id` text,
	`title` text NOT NULL,
	`topic` text NOT NULL,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`noted_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`resolved_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `supplier_issues_state` ON `supplier_issues` (`workspace_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_issues_gap` ON `supplier_issues` (`workspace_id`,`gap_id`,`state`);--> statement-breakpoint
CREATE INDEX `supplier_issues_product` ON `supplier_issues` (`workspace_id`,`product_id`,`id`);--> statement-breakpoint
CREATE TABLE `trend_observations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`source` text NOT NULL,
	`region` text NOT NULL,
	`term_key` text NOT NULL,
	`term` text NOT NULL,
	`day` text NOT NULL,
	`value` integer NOT NULL,
	`title` text NOT NULL,
	`url` text,
	`read_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trend_observations_once` ON `trend_observations` (`workspace_id`,`source`,`region`,`term_key`,`day`);--> statement-breakpoint
CREATE INDEX `trend_observations_day` ON `trend_observations` (`workspace_id`,`day`);--> statement-breakpoint
CREATE INDEX `trend_observations_age` ON `trend_observations` (`day`);--> statement-breakpoint
CREATE TABLE `trends` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`region` text NOT NULL,
	`term_key` text NOT NULL,
	`term` text NOT NULL,
	`state` text NOT NULL,
	`direction` text NOT NULL,
	`change_percent` integer,
	`sureness` integer NOT NULL,
	`score` integer NOT NULL,
	`series` text NOT NULL,
	`last_day` text NOT NULL,
	`first_day` text NOT NULL,
	`sources` text NOT NULL,
	`evidence` text NOT NULL,
	`match` text,
	`why` text,
	`judged_at` integer NOT NULL,
	`decided_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trends_once` ON `trends` (`workspace_id`,`region`,`term_key`);--> statement-breakpoint
CREATE INDEX `trends_score` ON `trends` (`workspace_id`,`state`,`score`,`id`);--> statement-breakpoint
CREATE TABLE `tool_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`tool` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`conditions` text NOT NULL,
	`most_per_day` integer NOT NULL,
	`tested_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tool_policies_tool` ON `tool_policies` (`workspace_id`,`tool`,`id`);--> statement-breakpoint
CREATE TABLE `trigger_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`trigger_id` text NOT NULL,
	`firing_id` text NOT NULL,
	`url` text NOT NULL,
	`at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`status` integer,
	`failure` text
);
--> statement-breakpoint
CREATE INDEX `trigger_deliveries_firing` ON `trigger_deliveries` (`workspace_id`,`firing_id`,`id`);--> statement-breakpoint
CREATE INDEX `trigger_deliveries_trigger` ON `trigger_deliveries` (`workspace_id`,`trigger_id`,`id`);--> statement-breakpoint
CREATE INDEX `trigger_deliveries_age` ON `trigger_deliveries` (`at`);--> statement-breakpoint
CREATE TABLE `trigger_firings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`trigger_id` text NOT NULL,
	`event_id` text NOT NULL,
	`event` text NOT NULL,
	`happened_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`subject_label` text NOT NULL,
	`facts` text NOT NULL,
	`refs` text NOT NULL,
	`evidence` text NOT NULL,
	`chain` text NOT NULL,
	`state` text NOT NULL,
	`stopped` text,
	`results` text NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trigger_firings_once` ON `trigger_firings` (`workspace_id`,`trigger_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `trigger_firings_trigger` ON `trigger_firings` (`workspace_id`,`trigger_id`,`id`);--> statement-breakpoint
CREATE INDEX `trigger_firings_recent` ON `trigger_firings` (`workspace_id`,`trigger_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `trigger_firings_age` ON `trigger_firings` (`created_at`);--> statement-breakpoint
CREATE TABLE `triggers` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`event` text NOT NULL,
	`schedule` text,
	`conditions` text NOT NULL,
	`repeats` text,
	`actions` text NOT NULL,
	`most_per_hour` integer NOT NULL,
	`sealed_secret` text,
	`tested_at` integer,
	`on_since` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `triggers_workspace` ON `triggers` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `triggers_on` ON `triggers` (`workspace_id`,`event`) WHERE state = 'on';--> statement-breakpoint
ALTER TABLE `agent_runs` ADD `cause` text;--> statement-breakpoint
ALTER TABLE `proposals` ADD `policy_id` text;--> statement-breakpoint
ALTER TABLE `proposals` ADD `policy_name` text;--> statement-breakpoint
ALTER TABLE `proposals` ADD `edit` text;--> statement-breakpoint
ALTER TABLE `proposals` ADD `measured_before` text;--> statement-breakpoint
ALTER TABLE `proposals` ADD `measured_after_7` text;--> statement-breakpoint
ALTER TABLE `proposals` ADD `measured_after_14` text;--> statement-breakpoint
ALTER TABLE `proposals` ADD `measure_at` integer;--> statement-breakpoint
CREATE INDEX `proposals_measure` ON `proposals` (`measure_at`) WHERE measure_at is not null;--> statement-breakpoint
CREATE INDEX `order_items_arrived` ON `order_items` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `listing_change_items_arrived` ON `listing_change_items` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `questions_arrived` ON `questions` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_arrived` ON `reviews` (`workspace_id`,`id`);