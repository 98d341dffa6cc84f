CREATE TABLE `trend_observations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`source` text NOT NULL,
	`region` text NOT NULL,
	`term_key` text NOT NULL,
	`term` text NOT NULL,
	`day` text NOT NULL,
	`value` integer NOT NULL,
	`title` text NOT NULL,
	`url` text,
	`read_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trend_observations_once` ON `trend_observations` (`workspace_id`,`source`,`region`,`term_key`,`day`);--> statement-breakpoint
CREATE INDEX `trend_observations_day` ON `trend_observations` (`workspace_id`,`day`);--> statement-breakpoint
CREATE INDEX `trend_observations_age` ON `trend_observations` (`day`);--> statement-breakpoint
CREATE TABLE `trends` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`region` text NOT NULL,
	`term_key` text NOT NULL,
	`term` text NOT NULL,
	`state` text NOT NULL,
	`direction` text NOT NULL,
	`change_percent` integer,
	`sureness` integer NOT NULL,
	`score` integer NOT NULL,
	`series` text NOT NULL,
	`last_day` text NOT NULL,
	`first_day` text NOT NULL,
	`sources` text NOT NULL,
	`evidence` text NOT NULL,
	`match` text,
	`why` text,
	`judged_at` integer NOT NULL,
	`decided_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trends_once` ON `trends` (`workspace_id`,`region`,`term_key`);--> statement-breakpoint
CREATE INDEX `trends_score` ON `trends` (`workspace_id`,`state`,`score`,`id`);