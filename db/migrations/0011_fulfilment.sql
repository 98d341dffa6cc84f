CREATE TABLE `allocations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`demand_line_id` text NOT NULL,
	`fulfilment_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`sku` text NOT NULL,
	`qty` integer NOT NULL,
	`picked_qty` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `allocations_fulfilment` ON `allocations` (`workspace_id`,`fulfilment_id`);--> statement-breakpoint
CREATE INDEX `allocations_zone` ON `allocations` (`workspace_id`,`zone_id`,`state`);--> statement-breakpoint
CREATE TABLE `demand_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`order_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`sku` text,
	`quantity` integer NOT NULL,
	`rank` integer NOT NULL,
	`state` text NOT NULL,
	`fulfilment_id` text,
	`changed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `demand_lines_state` ON `demand_lines` (`workspace_id`,`state`,`rank`,`id`);--> statement-breakpoint
CREATE INDEX `demand_lines_owed` ON `demand_lines` (`workspace_id`,`sku`,`state`,`quantity`) WHERE state not in ('shipped', 'cancelled');--> statement-breakpoint
CREATE INDEX `demand_lines_order` ON `demand_lines` (`workspace_id`,`order_id`);--> statement-breakpoint
CREATE INDEX `demand_lines_fulfilment` ON `demand_lines` (`workspace_id`,`fulfilment_id`);--> statement-breakpoint
CREATE TABLE `fulfilments` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`order_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`wave_id` text,
	`state` text NOT NULL,
	`problem` text,
	`parcel` text,
	`tracking_code` text,
	`telling` text,
	`tell_error` text,
	`created_at` integer NOT NULL,
	`picked_at` integer,
	`packed_at` integer,
	`shipped_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fulfilments_order` ON `fulfilments` (`workspace_id`,`order_id`) WHERE state <> 'cancelled';--> statement-breakpoint
CREATE INDEX `fulfilments_state` ON `fulfilments` (`workspace_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `fulfilments_wave` ON `fulfilments` (`workspace_id`,`wave_id`);--> statement-breakpoint
CREATE TABLE `waves` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`number` integer NOT NULL,
	`plan` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `waves_number` ON `waves` (`workspace_id`,`warehouse_id`,`number`);