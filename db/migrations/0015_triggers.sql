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
CREATE INDEX `proposals_measure` ON `proposals` (`measure_at`) WHERE measure_at is not null;