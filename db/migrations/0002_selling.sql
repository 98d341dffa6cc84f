CREATE TABLE `listings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`listing_ref` text NOT NULL,
	`model_ref` text NOT NULL,
	`title` text NOT NULL,
	`model_name` text NOT NULL,
	`sku` text,
	`gtin` text,
	`category_ref` text NOT NULL,
	`listing_type` text NOT NULL,
	`logistic_type` text NOT NULL,
	`condition` text NOT NULL,
	`currency` text NOT NULL,
	`price_cents` integer NOT NULL,
	`regular_price_cents` integer,
	`stock` integer NOT NULL,
	`reserved` integer NOT NULL,
	`sold` integer NOT NULL,
	`status` text NOT NULL,
	`status_reasons` text NOT NULL,
	`permalink` text NOT NULL,
	`image_urls` text NOT NULL,
	`attributes` text NOT NULL,
	`description` text,
	`free_shipping` integer NOT NULL,
	`is_catalog` integer NOT NULL,
	`is_price_automated` integer NOT NULL,
	`quality` text,
	`quality_score` integer,
	`competition` text,
	`price_reference` text,
	`visits_30d` integer,
	`rating_centi` integer,
	`review_count` integer,
	`variant_id` text,
	`link_state` text NOT NULL,
	`suggested_variant_id` text,
	`suggested_by` text,
	`remote_created_at` integer NOT NULL,
	`remote_updated_at` integer NOT NULL,
	`read_at` integer NOT NULL,
	`details_read_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listings_remote` ON `listings` (`channel_id`,`listing_ref`,`model_ref`);--> statement-breakpoint
CREATE INDEX `listings_title` ON `listings` (`workspace_id`,`title`,`id`);--> statement-breakpoint
CREATE INDEX `listings_price` ON `listings` (`workspace_id`,`price_cents`,`id`);--> statement-breakpoint
CREATE INDEX `listings_stock` ON `listings` (`workspace_id`,`stock`,`id`);--> statement-breakpoint
CREATE INDEX `listings_sold` ON `listings` (`workspace_id`,`sold`,`id`);--> statement-breakpoint
CREATE INDEX `listings_quality` ON `listings` (`workspace_id`,`quality_score`,`id`);--> statement-breakpoint
CREATE INDEX `listings_updated` ON `listings` (`workspace_id`,`remote_updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `listings_status` ON `listings` (`workspace_id`,`status`,`title`,`id`);--> statement-breakpoint
CREATE INDEX `listings_link` ON `listings` (`workspace_id`,`link_state`,`title`,`id`);--> statement-breakpoint
CREATE INDEX `listings_channel` ON `listings` (`workspace_id`,`channel_id`,`title`,`id`);--> statement-breakpoint
CREATE INDEX `listings_sku` ON `listings` (`workspace_id`,`sku`);--> statement-breakpoint
CREATE INDEX `listings_variant` ON `listings` (`workspace_id`,`variant_id`);--> statement-breakpoint
CREATE INDEX `listings_details` ON `listings` (`channel_id`,`details_read_at`,`sold`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`title` text NOT NULL,
	`brand` text,
	`description` text,
	`attributes` text NOT NULL,
	`image_urls` text NOT NULL,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `products_workspace` ON `products` (`workspace_id`,`archived_at`,`title`,`id`);--> statement-breakpoint
CREATE TABLE `variants` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`product_id` text NOT NULL,
	`sku` text NOT NULL,
	`gtin` text,
	`name` text NOT NULL,
	`cost_cents` integer,
	`currency` text NOT NULL,
	`stock` integer DEFAULT 0 NOT NULL,
	`weight_grams` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_sku` ON `variants` (`workspace_id`,`sku`);--> statement-breakpoint
CREATE INDEX `variants_gtin` ON `variants` (`workspace_id`,`gtin`);--> statement-breakpoint
CREATE INDEX `variants_product` ON `variants` (`workspace_id`,`product_id`);--> statement-breakpoint
CREATE TABLE `channel_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`session_handle` text NOT NULL,
	`vendor` text NOT NULL,
	`site` text NOT NULL,
	`sealed_verifier` text NOT NULL,
	`channel_id` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `channel_grants_expiry` ON `channel_grants` (`expires_at`);--> statement-breakpoint
CREATE TABLE `channel_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`topic` text NOT NULL,
	`about` text NOT NULL,
	`sent_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`arrivals` integer DEFAULT 1 NOT NULL,
	`handled_at` integer,
	`outcome` text
);
--> statement-breakpoint
CREATE INDEX `channel_notices_channel` ON `channel_notices` (`workspace_id`,`channel_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `channel_notices_waiting` ON `channel_notices` (`handled_at`,`received_at`);--> statement-breakpoint
CREATE TABLE `channels` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`vendor` text NOT NULL,
	`account_ref` text NOT NULL,
	`site` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`problem` text,
	`sealed_tokens` text,
	`access_expires_at` integer,
	`refresh_expires_at` integer,
	`grant_ends_at` integer,
	`tokens_renewed_at` integer,
	`orders_synced_until` integer,
	`last_sync_at` integer,
	`last_notice_at` integer,
	`account` text,
	`account_read_at` integer,
	`connected_by_user_id` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `channels_account` ON `channels` (`vendor`,`account_ref`) WHERE state <> 'disconnected';--> statement-breakpoint
CREATE INDEX `channels_workspace` ON `channels` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `channels_renewal` ON `channels` (`state`,`access_expires_at`);--> statement-breakpoint
CREATE TABLE `sync_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`phase` text NOT NULL,
	`counts` text NOT NULL,
	`problems` text NOT NULL,
	`reconciliation` text,
	`requested_by_user_id` text,
	`started_at` integer,
	`heartbeat_at` integer,
	`finished_at` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sync_runs_channel` ON `sync_runs` (`workspace_id`,`channel_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `sync_runs_one_at_a_time` ON `sync_runs` (`channel_id`) WHERE state in ('waiting', 'running') and kind in ('first', 'full');--> statement-breakpoint
CREATE TABLE `order_events` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`order_id` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`vendor_status` text NOT NULL,
	`shipment_status` text
);
--> statement-breakpoint
CREATE INDEX `order_events_order` ON `order_events` (`workspace_id`,`order_id`,`at`);--> statement-breakpoint
CREATE TABLE `order_items` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`order_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`listing_ref` text NOT NULL,
	`model_ref` text NOT NULL,
	`sku` text,
	`title` text NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price_cents` integer NOT NULL,
	`fee_cents` integer,
	`placed_at` integer NOT NULL,
	`is_cancelled` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `order_items_order` ON `order_items` (`workspace_id`,`order_id`);--> statement-breakpoint
CREATE INDEX `order_items_listing` ON `order_items` (`workspace_id`,`channel_id`,`listing_ref`,`placed_at`);--> statement-breakpoint
CREATE INDEX `order_items_placed` ON `order_items` (`workspace_id`,`placed_at`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`order_ref` text NOT NULL,
	`pack_ref` text NOT NULL,
	`state` text NOT NULL,
	`vendor_status` text NOT NULL,
	`currency` text NOT NULL,
	`total_cents` integer NOT NULL,
	`paid_cents` integer NOT NULL,
	`units` integer NOT NULL,
	`fee_cents` integer,
	`predicted_fee_cents` integer,
	`shipping_cost_cents` integer,
	`settled_cents` integer,
	`buyer_ref` text NOT NULL,
	`buyer_name` text,
	`buyer_message` text,
	`cancelled_by` text,
	`cancel_reason` text,
	`tags` text NOT NULL,
	`shipment_ref` text,
	`shipment_status` text,
	`shipment` text,
	`ship_by` integer,
	`shipped_at` integer,
	`delivered_at` integer,
	`is_late` integer NOT NULL,
	`placed_at` integer NOT NULL,
	`paid_at` integer,
	`closed_at` integer,
	`remote_updated_at` integer NOT NULL,
	`read_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_remote` ON `orders` (`channel_id`,`order_ref`);--> statement-breakpoint
CREATE INDEX `orders_sales` ON `orders` (`workspace_id`,`placed_at`,`state`,`channel_id`,`total_cents`,`units`);--> statement-breakpoint
CREATE INDEX `orders_placed` ON `orders` (`workspace_id`,`placed_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_state` ON `orders` (`workspace_id`,`state`,`placed_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_channel` ON `orders` (`workspace_id`,`channel_id`,`placed_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_total` ON `orders` (`workspace_id`,`total_cents`,`id`);--> statement-breakpoint
CREATE INDEX `orders_pack` ON `orders` (`workspace_id`,`pack_ref`);--> statement-breakpoint
CREATE INDEX `orders_shipment` ON `orders` (`workspace_id`,`shipment_ref`);--> statement-breakpoint
CREATE TABLE `listing_change_items` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`change_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`label` text NOT NULL,
	`before` integer NOT NULL,
	`after` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`vendor_text` text,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `listing_change_items_change` ON `listing_change_items` (`workspace_id`,`change_id`,`id`);--> statement-breakpoint
CREATE INDEX `listing_change_items_listing` ON `listing_change_items` (`workspace_id`,`listing_id`,`finished_at`);--> statement-breakpoint
CREATE TABLE `listing_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`undo_of_id` text,
	`total` integer NOT NULL,
	`applied` integer NOT NULL,
	`refused` integer NOT NULL,
	`requested_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `listing_changes_workspace` ON `listing_changes` (`workspace_id`,`id`);--> statement-breakpoint
CREATE TABLE `recommendations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`subject_label` text NOT NULL,
	`state` text NOT NULL,
	`priority` integer NOT NULL,
	`evidence` text NOT NULL,
	`expected` text NOT NULL,
	`remedy` text,
	`measured_after_7` text,
	`measured_after_14` text,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by_user_id` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recommendations_once` ON `recommendations` (`workspace_id`,`rule_id`,`channel_id`,`subject_id`);--> statement-breakpoint
CREATE INDEX `recommendations_open` ON `recommendations` (`workspace_id`,`state`,`priority`,`id`);--> statement-breakpoint
CREATE INDEX `recommendations_measure` ON `recommendations` (`state`,`decided_at`);--> statement-breakpoint
CREATE TABLE `reputation_days` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`day` text NOT NULL,
	`reputation` text NOT NULL,
	`read_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reputation_days_once` ON `reputation_days` (`channel_id`,`day`);--> statement-breakpoint
CREATE INDEX `reputation_days_channel` ON `reputation_days` (`workspace_id`,`channel_id`,`day`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`page` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`workspace_id`,`user_id`,`page`,`name`);--> statement-breakpoint
CREATE TABLE `score_days` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`day` text NOT NULL,
	`score` integer,
	`parts` text NOT NULL,
	`read_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `score_days_once` ON `score_days` (`workspace_id`,`channel_id`,`day`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`question_ref` text NOT NULL,
	`listing_ref` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`buyer_ref` text NOT NULL,
	`answer` text,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	`read_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_remote` ON `questions` (`channel_id`,`question_ref`);--> statement-breakpoint
CREATE INDEX `questions_state` ON `questions` (`workspace_id`,`state`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `questions_asked` ON `questions` (`workspace_id`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `questions_listing` ON `questions` (`workspace_id`,`channel_id`,`listing_ref`,`asked_at`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`review_ref` text NOT NULL,
	`listing_ref` text NOT NULL,
	`model_ref` text,
	`rating` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`likes` integer NOT NULL,
	`reply` text,
	`written_at` integer NOT NULL,
	`read_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_remote` ON `reviews` (`channel_id`,`review_ref`);--> statement-breakpoint
CREATE INDEX `reviews_written` ON `reviews` (`workspace_id`,`written_at`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_rating` ON `reviews` (`workspace_id`,`rating`,`written_at`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_listing` ON `reviews` (`workspace_id`,`channel_id`,`listing_ref`,`written_at`);