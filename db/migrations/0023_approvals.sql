CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`tool` text NOT NULL,
	`input` text NOT NULL,
	`scope` text NOT NULL,
	`title` text NOT NULL,
	`effects` text NOT NULL,
	`locale` text NOT NULL,
	`is_destructive` integer NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`asked_by_kind` text NOT NULL,
	`asked_by_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`ended_at` integer,
	`result` text,
	`failure` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `approvals_workspace` ON `approvals` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `approvals_state` ON `approvals` (`workspace_id`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `artifacts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`note` text NOT NULL,
	`sections` text NOT NULL,
	`picture` text NOT NULL,
	`kept_at` integer NOT NULL,
	`visibility` text NOT NULL,
	`owner_id` text NOT NULL,
	`created_by` text NOT NULL,
	`conversation_id` text,
	`search_text` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `artifacts_workspace` ON `artifacts` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `artifacts_bin` ON `artifacts` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE TABLE `dashboard_pins` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`dashboard_id` text NOT NULL,
	`title` text NOT NULL,
	`section` text NOT NULL,
	`size` text NOT NULL,
	`position` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dashboard_pins_board` ON `dashboard_pins` (`workspace_id`,`dashboard_id`,`position`);--> statement-breakpoint
CREATE TABLE `dashboards` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`is_default` integer NOT NULL,
	`visibility` text NOT NULL,
	`owner_id` text NOT NULL,
	`created_by` text NOT NULL,
	`period` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dashboards_workspace` ON `dashboards` (`workspace_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `dashboards_default` ON `dashboards` (`workspace_id`) WHERE is_default = 1;--> statement-breakpoint
CREATE INDEX `dashboards_bin` ON `dashboards` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE TABLE `report_recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`schedule_id` text NOT NULL,
	`user_id` text NOT NULL,
	`leave_token` text NOT NULL,
	`left_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_recipients_once` ON `report_recipients` (`workspace_id`,`schedule_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `report_recipients_user` ON `report_recipients` (`workspace_id`,`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `report_recipients_token` ON `report_recipients` (`leave_token`);--> statement-breakpoint
CREATE TABLE `report_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`rhythm` text NOT NULL,
	`state` text NOT NULL,
	`next_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `report_schedules_workspace` ON `report_schedules` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `report_schedules_subject` ON `report_schedules` (`workspace_id`,`subject_id`);--> statement-breakpoint
CREATE INDEX `report_schedules_due` ON `report_schedules` (`next_at`) WHERE next_at is not null;--> statement-breakpoint
CREATE TABLE `report_sendings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`schedule_id` text NOT NULL,
	`user_id` text NOT NULL,
	`user_name` text NOT NULL,
	`occurrence` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_sendings_once` ON `report_sendings` (`workspace_id`,`schedule_id`,`occurrence`,`user_id`);--> statement-breakpoint
CREATE INDEX `report_sendings_schedule` ON `report_sendings` (`workspace_id`,`schedule_id`,`id`);--> statement-breakpoint
CREATE INDEX `report_sendings_age` ON `report_sendings` (`created_at`);
