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
CREATE INDEX `report_sendings_age` ON `report_sendings` (`created_at`);--> statement-breakpoint
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
CREATE INDEX `conversations_age` ON `conversations` (`last_asked_at`);--> statement-breakpoint
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
CREATE INDEX `delegations_age` ON `delegations` (`created_at`);--> statement-breakpoint
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
CREATE INDEX `public_questions_age` ON `public_questions` (`workspace_id`,`site_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `sales_hours` (
	`workspace_id` text NOT NULL,
	`hour_at` integer NOT NULL,
	`channel_id` text NOT NULL,
	`currency` text NOT NULL,
	`state` text NOT NULL,
	`cancelled_by` text NOT NULL,
	`orders` integer NOT NULL,
	`units` integer NOT NULL,
	`total_cents` integer NOT NULL,
	`fee_cents` integer NOT NULL,
	`fee_known_cents` integer NOT NULL,
	`shipping_cents` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `hour_at`, `channel_id`, `currency`, `state`, `cancelled_by`)
) WITHOUT ROWID;
--> statement-breakpoint
DROP INDEX `order_items_placed`;--> statement-breakpoint
CREATE INDEX `order_items_sold` ON `order_items` (`workspace_id`,`placed_at`,`is_cancelled`,`channel_id`,`listing_ref`,`model_ref`,`currency`,`quantity`,`unit_price_cents`,`order_id`);--> statement-breakpoint
DROP INDEX `orders_sales`;--> statement-breakpoint
CREATE INDEX `orders_shipped` ON `orders` (`workspace_id`,`shipped_at`,`channel_id`,`is_late`,`ship_by`,`paid_at`,`placed_at`) WHERE shipped_at is not null;--> statement-breakpoint
CREATE INDEX `orders_sales` ON `orders` (`workspace_id`,`placed_at`,`state`,`channel_id`,`currency`,`total_cents`,`units`,`buyer_ref`);--> statement-breakpoint
CREATE INDEX `agent_runs_created` ON `agent_runs` (`workspace_id`,`created_at`,`agent`);--> statement-breakpoint
CREATE INDEX `proposals_created` ON `proposals` (`workspace_id`,`created_at`,`agent`,`state`);--> statement-breakpoint
CREATE INDEX `floor_samples_workspace` ON `floor_samples` (`workspace_id`,`hour_ms`);--> statement-breakpoint
CREATE INDEX `interaction_products_time` ON `interaction_products` (`workspace_id`,`occurred_at`,`role`,`product_id`,`interaction_id`);--> statement-breakpoint
CREATE INDEX `returns_created` ON `returns` (`workspace_id`,`created_at`,`channel_id`,`reason`);