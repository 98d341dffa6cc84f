CREATE TABLE `agent_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`run_id` text NOT NULL,
	`agent` text NOT NULL,
	`position` integer NOT NULL,
	`rule` text NOT NULL,
	`rule_version` integer NOT NULL,
	`verdict` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`subject_label` text NOT NULL,
	`facts` text NOT NULL,
	`call` text,
	`proposal_id` text,
	`decided_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `agent_decisions_run` ON `agent_decisions` (`workspace_id`,`run_id`,`position`);--> statement-breakpoint
CREATE INDEX `agent_decisions_age` ON `agent_decisions` (`decided_at`);--> statement-breakpoint
CREATE TABLE `agent_memory` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`key` text NOT NULL,
	`memory_version` integer NOT NULL,
	`value` text NOT NULL,
	`written_by` text NOT NULL,
	`run_id` text NOT NULL,
	`written_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agent_memory_version` ON `agent_memory` (`workspace_id`,`key`,`memory_version`);--> statement-breakpoint
CREATE TABLE `agent_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`from_agent` text NOT NULL,
	`to_agent` text NOT NULL,
	`type` text NOT NULL,
	`body` text NOT NULL,
	`run_id` text NOT NULL,
	`heard_in_run_id` text,
	`created_at` integer NOT NULL,
	`heard_at` integer
);
--> statement-breakpoint
CREATE INDEX `agent_messages_waiting` ON `agent_messages` (`workspace_id`,`to_agent`,`id`) WHERE heard_at is null;--> statement-breakpoint
CREATE INDEX `agent_messages_said` ON `agent_messages` (`workspace_id`,`from_agent`,`created_at`);--> statement-breakpoint
CREATE INDEX `agent_messages_run` ON `agent_messages` (`workspace_id`,`run_id`);--> statement-breakpoint
CREATE INDEX `agent_messages_age` ON `agent_messages` (`created_at`);--> statement-breakpoint
CREATE TABLE `agent_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`agent` text NOT NULL,
	`trigger` text NOT NULL,
	`mode` text NOT NULL,
	`state` text NOT NULL,
	`asked_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`failure` text,
	`decisions` integer DEFAULT 0 NOT NULL,
	`proposals` integer DEFAULT 0 NOT NULL,
	`messages` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `agent_runs_agent` ON `agent_runs` (`workspace_id`,`agent`,`id`);--> statement-breakpoint
CREATE INDEX `agent_runs_waiting` ON `agent_runs` (`state`,`created_at`) WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX `agent_runs_age` ON `agent_runs` (`created_at`);--> statement-breakpoint
CREATE TABLE `agents` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`every_minutes` integer NOT NULL,
	`next_run_at` integer NOT NULL,
	`settings` text NOT NULL,
	`autonomy` text NOT NULL,
	`actions_per_day` integer NOT NULL,
	`rate_per_minute` integer NOT NULL,
	`burst` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agents_kind` ON `agents` (`workspace_id`,`kind`);--> statement-breakpoint
CREATE INDEX `agents_due` ON `agents` (`state`,`next_run_at`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`agent` text NOT NULL,
	`run_id` text NOT NULL,
	`key` text NOT NULL,
	`group_key` text,
	`position` integer NOT NULL,
	`rule` text NOT NULL,
	`rule_version` integer NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`subject_label` text NOT NULL,
	`facts` text NOT NULL,
	`effect` text NOT NULL,
	`tool` text NOT NULL,
	`call` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`ended_at` integer,
	`result` text,
	`failure` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_pending` ON `proposals` (`workspace_id`,`key`) WHERE state in ('open', 'approved', 'applying', 'undoing');--> statement-breakpoint
CREATE INDEX `proposals_state` ON `proposals` (`workspace_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `proposals_agent` ON `proposals` (`workspace_id`,`agent`,`id`);--> statement-breakpoint
CREATE INDEX `proposals_expiry` ON `proposals` (`expires_at`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `cartons` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`length_mm` integer NOT NULL,
	`width_mm` integer NOT NULL,
	`height_mm` integer NOT NULL,
	`weight_grams` integer NOT NULL,
	`max_weight_grams` integer NOT NULL,
	`cost_cents` integer,
	`currency` text NOT NULL,
	`retired_at` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cartons_name` ON `cartons` (`workspace_id`,`name`) WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX `cartons_workspace` ON `cartons` (`workspace_id`,`id`);--> statement-breakpoint
CREATE TABLE `release_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`is_active` integer NOT NULL,
	`every_minutes` integer,
	`when_waiting` integer,
	`cut_offs` text NOT NULL,
	`lead_minutes` integer NOT NULL,
	`channel_ids` text NOT NULL,
	`batching` text NOT NULL,
	`last_released_at` integer,
	`last_wave_id` text,
	`has_more` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `release_rules_warehouse` ON `release_rules` (`workspace_id`,`warehouse_id`);--> statement-breakpoint
CREATE INDEX `release_rules_active` ON `release_rules` (`is_active`,`workspace_id`);--> statement-breakpoint
CREATE TABLE `return_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`return_id` text NOT NULL,
	`order_line_id` text,
	`sku` text NOT NULL,
	`title` text NOT NULL,
	`quantity` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `return_lines_return` ON `return_lines` (`workspace_id`,`return_id`);--> statement-breakpoint
CREATE INDEX `return_lines_order` ON `return_lines` (`workspace_id`,`order_line_id`);--> statement-breakpoint
CREATE TABLE `return_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`return_id` text NOT NULL,
	`line_id` text NOT NULL,
	`kind` text NOT NULL,
	`arrival_id` text,
	`zone_id` text NOT NULL,
	`bin_id` text NOT NULL,
	`to_bin` text,
	`sku` text NOT NULL,
	`lot` text NOT NULL,
	`expires_at` integer,
	`qty` integer NOT NULL,
	`serials` text NOT NULL,
	`state` text NOT NULL,
	`refusal` text,
	`done_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `return_steps_return` ON `return_steps` (`workspace_id`,`return_id`,`id`);--> statement-breakpoint
CREATE INDEX `return_steps_asked` ON `return_steps` (`workspace_id`,`id`) WHERE state = 'asked';--> statement-breakpoint
CREATE TABLE `returns` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`number` integer NOT NULL,
	`order_id` text,
	`channel_id` text,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`note` text,
	`tracking_code` text,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`arrived_at` integer,
	`inspected_at` integer,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `returns_number` ON `returns` (`workspace_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `returns_told` ON `returns` (`workspace_id`,`order_id`) WHERE source = 'channel';--> statement-breakpoint
CREATE INDEX `returns_order` ON `returns` (`workspace_id`,`order_id`);--> statement-breakpoint
CREATE INDEX `returns_state` ON `returns` (`workspace_id`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `serial_places` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`sku` text NOT NULL,
	`serial` text NOT NULL,
	`state` text NOT NULL,
	`bin_id` text,
	`seq` integer NOT NULL,
	`told_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `serial_places_place` ON `serial_places` (`workspace_id`,`sku`,`serial`,`zone_id`);--> statement-breakpoint
CREATE INDEX `serial_places_zone` ON `serial_places` (`workspace_id`,`zone_id`,`sku`,`serial`) WHERE state = 'here';--> statement-breakpoint
ALTER TABLE `variants` ADD `length_mm` integer;--> statement-breakpoint
ALTER TABLE `variants` ADD `width_mm` integer;--> statement-breakpoint
ALTER TABLE `variants` ADD `height_mm` integer;