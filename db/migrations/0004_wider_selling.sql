DROP INDEX `orders_sales`;--> statement-breakpoint
CREATE INDEX `orders_sales` ON `orders` (`workspace_id`,`placed_at`,`state`,`channel_id`,`currency`,`total_cents`,`units`);--> statement-breakpoint
ALTER TABLE `products` ADD `stock_total` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `products` ADD `lowest_cost_cents` integer;--> statement-breakpoint
ALTER TABLE `products` ADD `listing_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `products_stock` ON `products` (`workspace_id`,`archived_at`,`stock_total`,`id`);--> statement-breakpoint
CREATE INDEX `products_cost` ON `products` (`workspace_id`,`archived_at`,`lowest_cost_cents`,`id`);--> statement-breakpoint
CREATE INDEX `products_updated` ON `products` (`workspace_id`,`archived_at`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `products_listings` ON `products` (`workspace_id`,`archived_at`,`listing_count`,`id`);--> statement-breakpoint
ALTER TABLE `channel_grants` ADD `sealed_offer` text;--> statement-breakpoint
ALTER TABLE `order_items` ADD `currency` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `listing_changes` ADD `stretch` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `listings_automated` ON `listings` (`workspace_id`,`is_price_automated`,`title`,`id`);--> statement-breakpoint
CREATE TRIGGER `variants_sums_insert` AFTER INSERT ON `variants` BEGIN
  UPDATE products SET
    stock_total = stock_total + new.stock,
    lowest_cost_cents = (SELECT min(cost_cents) FROM variants WHERE workspace_id = new.workspace_id AND product_id = new.product_id),
    listing_count = listing_count + (SELECT count(*) FROM listings WHERE workspace_id = new.workspace_id AND variant_id = new.id)
  WHERE id = new.product_id AND workspace_id = new.workspace_id;
END;
--> statement-breakpoint
CREATE TRIGGER `variants_sums_update` AFTER UPDATE ON `variants` WHEN old.stock IS NOT new.stock OR old.cost_cents IS NOT new.cost_cents BEGIN
  UPDATE products SET
    stock_total = stock_total + new.stock - old.stock,
    lowest_cost_cents = (SELECT min(cost_cents) FROM variants WHERE workspace_id = new.workspace_id AND product_id = new.product_id)
  WHERE id = new.product_id AND workspace_id = new.workspace_id;
END;
--> statement-breakpoint
CREATE TRIGGER `variants_sums_delete` AFTER DELETE ON `variants` BEGIN
  UPDATE products SET
    stock_total = stock_total - old.stock,
    lowest_cost_cents = (SELECT min(cost_cents) FROM variants WHERE workspace_id = old.workspace_id AND product_id = old.product_id),
    listing_count = listing_count - (SELECT count(*) FROM listings WHERE workspace_id = old.workspace_id AND variant_id = old.id)
  WHERE id = old.product_id AND workspace_id = old.workspace_id;
END;
--> statement-breakpoint
CREATE TRIGGER `listings_sums_insert` AFTER INSERT ON `listings` WHEN new.variant_id IS NOT NULL BEGIN
  UPDATE products SET listing_count = listing_count + 1
  WHERE id = (SELECT product_id FROM variants WHERE id = new.variant_id AND workspace_id = new.workspace_id) AND workspace_id = new.workspace_id;
END;
--> statement-breakpoint
CREATE TRIGGER `listings_sums_update` AFTER UPDATE ON `listings` WHEN old.variant_id IS NOT new.variant_id BEGIN
  UPDATE products SET listing_count = listing_count - 1
  WHERE id = (SELECT product_id FROM variants WHERE id = old.variant_id AND workspace_id = old.workspace_id) AND workspace_id = old.workspace_id;
  UPDATE products SET listing_count = listing_count + 1
  WHERE id = (SELECT product_id FROM variants WHERE id = new.variant_id AND workspace_id = new.workspace_id) AND workspace_id = new.workspace_id;
END;
--> statement-breakpoint
CREATE TRIGGER `listings_sums_delete` AFTER DELETE ON `listings` WHEN old.variant_id IS NOT NULL BEGIN
  UPDATE products SET listing_count = listing_count - 1
  WHERE id = (SELECT product_id FROM variants WHERE id = old.variant_id AND workspace_id = old.workspace_id) AND workspace_id = old.workspace_id;
END;
--> statement-breakpoint
UPDATE products SET
  stock_total = (SELECT coalesce(sum(stock), 0) FROM variants WHERE variants.workspace_id = products.workspace_id AND variants.product_id = products.id),
  lowest_cost_cents = (SELECT min(cost_cents) FROM variants WHERE variants.workspace_id = products.workspace_id AND variants.product_id = products.id),
  listing_count = (SELECT count(*) FROM variants JOIN listings ON listings.workspace_id = variants.workspace_id AND listings.variant_id = variants.id
    WHERE variants.workspace_id = products.workspace_id AND variants.product_id = products.id);
