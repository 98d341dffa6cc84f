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
CREATE INDEX `listing_text_changes_listing` ON `listing_text_changes` (`workspace_id`,`listing_id`,`id`);