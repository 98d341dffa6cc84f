CREATE TABLE `usage_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`day` text NOT NULL,
	`counted_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `usage_counts_once` ON `usage_counts` (`workspace_id`,`kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `usage_counts_day` ON `usage_counts` (`workspace_id`,`kind`,`day`);--> statement-breakpoint
ALTER TABLE `patterns` ADD `strength` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `patterns` ADD `dismissed_because` text;--> statement-breakpoint
CREATE INDEX `patterns_created` ON `patterns` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `shopper_sessions_created` ON `shopper_sessions` (`workspace_id`,`created_at`);