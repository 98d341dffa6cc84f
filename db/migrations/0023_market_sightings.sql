CREATE TABLE `price_sightings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`stream` text NOT NULL,
	`kind` text NOT NULL,
	`listing_id` text,
	`channel_id` text,
	`gtin` text,
	`seller` text NOT NULL,
	`state` text NOT NULL,
	`currency` text NOT NULL,
	`cents` integer,
	`before_cents` integer,
	`own_cents` integer,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `price_sightings_once` ON `price_sightings` (`workspace_id`,`stream`,`seen_at`);--> statement-breakpoint
CREATE INDEX `price_sightings_listing` ON `price_sightings` (`workspace_id`,`listing_id`,`seen_at`);--> statement-breakpoint
CREATE INDEX `price_sightings_gtin` ON `price_sightings` (`workspace_id`,`gtin`,`seen_at`);--> statement-breakpoint
CREATE INDEX `price_sightings_age` ON `price_sightings` (`seen_at`);--> statement-breakpoint
CREATE TABLE `trend_sightings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`trend_id` text NOT NULL,
	`good_id` text NOT NULL,
	`term` text NOT NULL,
	`region` text NOT NULL,
	`direction` text NOT NULL,
	`change_percent` integer,
	`sureness` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trend_sightings_once` ON `trend_sightings` (`workspace_id`,`trend_id`,`good_id`,`seen_at`);--> statement-breakpoint
CREATE INDEX `trend_sightings_good` ON `trend_sightings` (`workspace_id`,`good_id`,`seen_at`);--> statement-breakpoint
CREATE INDEX `trend_sightings_age` ON `trend_sightings` (`seen_at`);