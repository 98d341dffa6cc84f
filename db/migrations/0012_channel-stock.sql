CREATE TABLE `channel_stock` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`wanted` integer NOT NULL,
	`told_stock` integer,
	`told_at` integer,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`reason` text,
	`last_error` text,
	`due_at` integer,
	`decided_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `channel_stock_channel` ON `channel_stock` (`workspace_id`,`channel_id`);--> statement-breakpoint
CREATE INDEX `channel_stock_due` ON `channel_stock` (`due_at`) WHERE due_at is not null;--> statement-breakpoint
ALTER TABLE `channels` ADD `stock_from_warehouse` integer DEFAULT false NOT NULL;