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
CREATE INDEX `usage_counts_period` ON `usage_counts` (`workspace_id`,`kind`,`counted_at`);