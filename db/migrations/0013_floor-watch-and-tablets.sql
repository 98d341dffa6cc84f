CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`severity` text NOT NULL,
	`opened_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`acknowledged_by` text,
	`acknowledged_at` integer,
	`resolved_by` text,
	`resolved_at` integer,
	`facts` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_open` ON `alerts` (`workspace_id`,`kind`,`subject`) WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX `alerts_resolved` ON `alerts` (`workspace_id`,`resolved_at`);--> statement-breakpoint
CREATE TABLE `floor_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`day` text NOT NULL,
	`object_key` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `floor_reports_day` ON `floor_reports` (`workspace_id`,`day`);--> statement-breakpoint
CREATE TABLE `floor_samples` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`hour_ms` integer NOT NULL,
	`taken_at` integer NOT NULL,
	`picked_units` integer NOT NULL,
	`picked_lines` integer NOT NULL,
	`done_tasks` integer NOT NULL,
	`movements` integer NOT NULL,
	`picks` integer NOT NULL,
	`short_picks` integer NOT NULL,
	`counted_lines` integer NOT NULL,
	`wrong_lines` integer NOT NULL,
	`corrections` integer NOT NULL,
	`queue_depth` integer,
	`queue_oldest_ms` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `floor_samples_hour` ON `floor_samples` (`workspace_id`,`zone_id`,`hour_ms`);--> statement-breakpoint
CREATE INDEX `floor_samples_age` ON `floor_samples` (`hour_ms`);--> statement-breakpoint
CREATE TABLE `zone_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`checked_at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`drift` integer,
	`differences` text NOT NULL,
	`is_compared` integer NOT NULL,
	`last_seq` integer,
	`learning` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zone_checks_zone` ON `zone_checks` (`workspace_id`,`zone_id`);--> statement-breakpoint
CREATE INDEX `zone_checks_turn` ON `zone_checks` (`checked_at`);--> statement-breakpoint
CREATE TABLE `floor_devices` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`name` text NOT NULL,
	`key_hash` text,
	`pairing_hash` text,
	`pairing_expires_at` integer NOT NULL,
	`paired_at` integer,
	`created_by_user_id` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer,
	`revoked_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `floor_devices_key` ON `floor_devices` (`key_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `floor_devices_pairing` ON `floor_devices` (`pairing_hash`);--> statement-breakpoint
CREATE INDEX `floor_devices_workspace` ON `floor_devices` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `floor_pins` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`pin_hash` text,
	`badge_hash` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `floor_pins_user` ON `floor_pins` (`workspace_id`,`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `floor_pins_badge` ON `floor_pins` (`badge_hash`);--> statement-breakpoint
CREATE TABLE `floor_shifts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`device_id` text NOT NULL,
	`user_id` text NOT NULL,
	`proof` text NOT NULL,
	`started_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `floor_shifts_device` ON `floor_shifts` (`device_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `floor_shifts_workspace` ON `floor_shifts` (`workspace_id`,`user_id`);--> statement-breakpoint
ALTER TABLE `audit_log` ADD `device_id` text;