CREATE TABLE `public_chats` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`site_id` text NOT NULL,
	`is_on` integer NOT NULL,
	`greeting` text NOT NULL,
	`public_text` text NOT NULL,
	`public_paragraphs` text NOT NULL,
	`shows_prices` integer NOT NULL,
	`shows_availability` integer NOT NULL,
	`uses_model` integer NOT NULL,
	`questions_per_day` integer NOT NULL,
	`model_answers_per_day` integer NOT NULL,
	`keep_days` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `public_chats_site` ON `public_chats` (`workspace_id`,`site_id`);--> statement-breakpoint
CREATE TABLE `public_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`site_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`language` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`outcome` text NOT NULL,
	`topic` text NOT NULL,
	`source` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `public_questions_newest` ON `public_questions` (`workspace_id`,`site_id`,`id`);--> statement-breakpoint
CREATE INDEX `public_questions_outcome` ON `public_questions` (`workspace_id`,`site_id`,`outcome`,`id`);--> statement-breakpoint
CREATE INDEX `public_questions_age` ON `public_questions` (`workspace_id`,`site_id`,`asked_at`);