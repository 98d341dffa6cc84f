CREATE TABLE `delegation_events` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`delegation_id` text NOT NULL,
	`number` integer NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `delegation_events_order` ON `delegation_events` (`workspace_id`,`delegation_id`,`number`);--> statement-breakpoint
CREATE INDEX `delegation_events_age` ON `delegation_events` (`at`);--> statement-breakpoint
CREATE TABLE `delegation_hooks` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`delegation_id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`sealed_token` text,
	`scheme` text,
	`sealed_credentials` text,
	`told_until` integer NOT NULL,
	`lease_until` integer,
	`status` integer,
	`failure` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `delegation_hooks_name` ON `delegation_hooks` (`workspace_id`,`delegation_id`,`name`);--> statement-breakpoint
CREATE INDEX `delegation_hooks_age` ON `delegation_hooks` (`created_at`);--> statement-breakpoint
CREATE TABLE `delegation_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`message_key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`delegation_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `delegation_messages_once` ON `delegation_messages` (`workspace_id`,`owner_id`,`message_key`);--> statement-breakpoint
CREATE INDEX `delegation_messages_age` ON `delegation_messages` (`created_at`);--> statement-breakpoint
CREATE TABLE `delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`owner_label` text NOT NULL,
	`context_id` text NOT NULL,
	`state` text NOT NULL,
	`state_at` integer NOT NULL,
	`reason` text,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`output_modes` text NOT NULL,
	`status_message` text,
	`history` text NOT NULL,
	`artifacts` text NOT NULL,
	`exchanges` text NOT NULL,
	`run_token` text,
	`lease_until` integer,
	`last_event` integer NOT NULL,
	`is_hooked` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `delegations_newest` ON `delegations` (`workspace_id`,`state_at`,`id`);--> statement-breakpoint
CREATE INDEX `delegations_owner` ON `delegations` (`workspace_id`,`owner_id`,`state_at`,`id`);--> statement-breakpoint
CREATE INDEX `delegations_context` ON `delegations` (`workspace_id`,`owner_id`,`context_id`,`id`);--> statement-breakpoint
CREATE INDEX `delegations_lease` ON `delegations` (`lease_until`) WHERE lease_until is not null;--> statement-breakpoint
CREATE INDEX `delegations_waiting` ON `delegations` (`state`) WHERE state = 'auth-required';--> statement-breakpoint
CREATE INDEX `delegations_age` ON `delegations` (`created_at`);