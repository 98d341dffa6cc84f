CREATE TABLE `site_statistics` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`site_id` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`visits` integer NOT NULL,
	`half_hour_visits` integer NOT NULL,
	`page_views` integer NOT NULL,
	`visible_ms` integer NOT NULL,
	`bounces` integer NOT NULL,
	`orders` integer NOT NULL,
	`order_cents` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `site_statistics_once` ON `site_statistics` (`workspace_id`,`site_id`,`kind`,`day`,`value`);--> statement-breakpoint
CREATE TABLE `usage_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`counted_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `usage_counts_once` ON `usage_counts` (`workspace_id`,`kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `usage_counts_period` ON `usage_counts` (`workspace_id`,`kind`,`counted_at`);--> statement-breakpoint
DROP INDEX `shopper_sessions_site`;--> statement-breakpoint
CREATE INDEX `shopper_sessions_created` ON `shopper_sessions` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `shopper_sessions_site` ON `shopper_sessions` (`workspace_id`,`site_id`,`started_at`,`is_bot`,`visitor_key`);--> statement-breakpoint
ALTER TABLE `patterns` ADD `strength` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `patterns` ADD `dismissed_because` text;--> statement-breakpoint
CREATE INDEX `patterns_created` ON `patterns` (`workspace_id`,`created_at`);