CREATE TABLE `warehouses` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `warehouses_code` ON `warehouses` (`workspace_id`,`code`);--> statement-breakpoint
CREATE TABLE `zone_stock` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`sku` text NOT NULL,
	`on_hand` integer NOT NULL,
	`reserved` integer NOT NULL,
	`on_hold` integer NOT NULL,
	`damaged` integer NOT NULL,
	`in_transit` integer NOT NULL,
	`seq` integer NOT NULL,
	`told_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zone_stock_place` ON `zone_stock` (`workspace_id`,`zone_id`,`sku`);--> statement-breakpoint
CREATE INDEX `zone_stock_sku` ON `zone_stock` (`workspace_id`,`sku`);--> statement-breakpoint
CREATE TABLE `zones` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zones_code` ON `zones` (`workspace_id`,`warehouse_id`,`code`);