CREATE TABLE `export_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`filter` text NOT NULL,
	`state` text NOT NULL,
	`rows_done` integer NOT NULL,
	`rows_total` integer NOT NULL,
	`object_key` text,
	`size_bytes` integer,
	`problem` text,
	`requested_by_user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `export_jobs_workspace` ON `export_jobs` (`workspace_id`,`requested_by_user_id`,`id`);