CREATE TABLE `organisation_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`text` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_notes_workspace` ON `organisation_notes` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `search_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`words` text NOT NULL,
	`stems` text NOT NULL,
	`concepts` text NOT NULL,
	`vector` text NOT NULL,
	`vector_model` text NOT NULL,
	`print` text NOT NULL,
	`happened_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_texts_subject` ON `search_texts` (`workspace_id`,`kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `search_texts_newest` ON `search_texts` (`workspace_id`,`kind`,`happened_at`);