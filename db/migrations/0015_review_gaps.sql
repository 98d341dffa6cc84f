CREATE TABLE `review_gaps` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`subject` text NOT NULL,
	`topic` text NOT NULL,
	`label` text,
	`product_id` text,
	`listing_id` text,
	`channel_id` text NOT NULL,
	`listing_ref` text NOT NULL,
	`title` text NOT NULL,
	`reviews` integer NOT NULL,
	`reviews_of` integer NOT NULL,
	`questions` integer NOT NULL,
	`suspicious` integer NOT NULL,
	`severity` text NOT NULL,
	`severity_score` integer NOT NULL,
	`weight` integer NOT NULL,
	`trend` text NOT NULL,
	`confidence` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`quotes` text NOT NULL,
	`phrases` text NOT NULL,
	`fix` text NOT NULL,
	`state` text NOT NULL,
	`mended_at` integer,
	`before` text,
	`after` text,
	`refreshed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_gaps_once` ON `review_gaps` (`workspace_id`,`subject`,`topic`);--> statement-breakpoint
CREATE INDEX `review_gaps_state` ON `review_gaps` (`workspace_id`,`state`,`weight`,`id`);--> statement-breakpoint
CREATE INDEX `review_gaps_weight` ON `review_gaps` (`workspace_id`,`weight`,`id`);--> statement-breakpoint
CREATE INDEX `review_gaps_product` ON `review_gaps` (`workspace_id`,`product_id`);--> statement-breakpoint
CREATE TABLE `supplier_issues` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`gap_id` text NOT NULL,
	`product_id` text,
	`title` text NOT NULL,
	`topic` text NOT NULL,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`noted_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`resolved_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `supplier_issues_state` ON `supplier_issues` (`workspace_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `supplier_issues_gap` ON `supplier_issues` (`workspace_id`,`gap_id`,`state`);--> statement-breakpoint
CREATE INDEX `supplier_issues_product` ON `supplier_issues` (`workspace_id`,`product_id`,`id`);--> statement-breakpoint
CREATE INDEX `order_items_arrived` ON `order_items` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `listing_change_items_arrived` ON `listing_change_items` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `questions_arrived` ON `questions` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_arrived` ON `reviews` (`workspace_id`,`id`);