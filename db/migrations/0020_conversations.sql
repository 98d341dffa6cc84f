CREATE TABLE `conversation_files` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`object_key` text NOT NULL,
	`table_summary` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversation_files_conversation` ON `conversation_files` (`workspace_id`,`conversation_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `conversation_files_object` ON `conversation_files` (`object_key`);--> statement-breakpoint
CREATE TABLE `conversation_turns` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`parent_id` text,
	`position` integer NOT NULL,
	`question` text NOT NULL,
	`asked` text,
	`attachments` text NOT NULL,
	`query` text,
	`answer` text NOT NULL,
	`parts` text NOT NULL,
	`state` text NOT NULL,
	`source` text,
	`specialist` text,
	`asked_by_id` text NOT NULL,
	`asked_by_label` text NOT NULL,
	`asked_at` integer NOT NULL,
	`ended_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversation_turns_order` ON `conversation_turns` (`workspace_id`,`conversation_id`,`asked_at`,`id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`owner_label` text NOT NULL,
	`title` text NOT NULL,
	`is_title_own` integer NOT NULL,
	`is_shared` integer NOT NULL,
	`summary` text,
	`summary_until_turn_id` text,
	`created_at` integer NOT NULL,
	`last_asked_at` integer NOT NULL,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversations_owner` ON `conversations` (`workspace_id`,`owner_kind`,`owner_id`,`last_asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_shared` ON `conversations` (`workspace_id`,`is_shared`,`last_asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_removed` ON `conversations` (`removed_at`);--> statement-breakpoint
CREATE INDEX `conversations_age` ON `conversations` (`last_asked_at`);