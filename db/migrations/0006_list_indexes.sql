CREATE INDEX `products_archived` ON `products` (`workspace_id`,`title`,`id`) WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX `channel_notices_open` ON `channel_notices` (`workspace_id`,`channel_id`,`received_at`) WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX `orders_state_total` ON `orders` (`workspace_id`,`state`,`total_cents`,`id`);--> statement-breakpoint
CREATE INDEX `orders_channel_total` ON `orders` (`workspace_id`,`channel_id`,`total_cents`,`id`);--> statement-breakpoint
CREATE INDEX `orders_open` ON `orders` (`workspace_id`,`placed_at`,`id`) WHERE state in ('held', 'ready');--> statement-breakpoint
CREATE INDEX `orders_cancelled` ON `orders` (`workspace_id`,`cancelled_by`,`placed_at`,`id`);--> statement-breakpoint
CREATE INDEX `questions_channel` ON `questions` (`workspace_id`,`channel_id`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `questions_about` ON `questions` (`workspace_id`,`listing_ref`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_channel` ON `reviews` (`workspace_id`,`channel_id`,`written_at`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_about` ON `reviews` (`workspace_id`,`listing_ref`,`written_at`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_complaints` ON `reviews` (`workspace_id`,`written_at`,`id`) WHERE rating <= 2;