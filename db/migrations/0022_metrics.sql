CREATE TABLE `sales_quarters` (
	`workspace_id` text NOT NULL,
	`quarter_at` integer NOT NULL,
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
	PRIMARY KEY(`workspace_id`, `quarter_at`, `channel_id`, `currency`, `state`, `cancelled_by`)
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
--> statement-breakpoint
CREATE TRIGGER `orders_quarters_insert` AFTER INSERT ON `orders` BEGIN
  INSERT INTO sales_quarters (workspace_id, quarter_at, channel_id, currency, state, cancelled_by, orders, units, total_cents, fee_cents, fee_known_cents, shipping_cents)
  VALUES (new.workspace_id, new.placed_at - new.placed_at % 900000, new.channel_id, new.currency, new.state, coalesce(new.cancelled_by, ''),
    1, new.units, new.total_cents, coalesce(new.fee_cents, new.predicted_fee_cents, 0),
    CASE WHEN coalesce(new.fee_cents, new.predicted_fee_cents) IS NULL THEN 0 ELSE new.total_cents END, coalesce(new.shipping_cost_cents, 0))
  ON CONFLICT (workspace_id, quarter_at, channel_id, currency, state, cancelled_by) DO UPDATE SET
    orders = orders + 1,
    units = units + excluded.units,
    total_cents = total_cents + excluded.total_cents,
    fee_cents = fee_cents + excluded.fee_cents,
    fee_known_cents = fee_known_cents + excluded.fee_known_cents,
    shipping_cents = shipping_cents + excluded.shipping_cents;
END;
--> statement-breakpoint
CREATE TRIGGER `orders_quarters_update` AFTER UPDATE ON `orders` WHEN old.workspace_id IS NOT new.workspace_id
  OR old.placed_at IS NOT new.placed_at
  OR old.channel_id IS NOT new.channel_id
  OR old.currency IS NOT new.currency
  OR old.state IS NOT new.state
  OR old.cancelled_by IS NOT new.cancelled_by
  OR old.units IS NOT new.units
  OR old.total_cents IS NOT new.total_cents
  OR old.fee_cents IS NOT new.fee_cents
  OR old.predicted_fee_cents IS NOT new.predicted_fee_cents
  OR old.shipping_cost_cents IS NOT new.shipping_cost_cents BEGIN
  UPDATE sales_quarters SET
    orders = orders - 1,
    units = units - old.units,
    total_cents = total_cents - old.total_cents,
    fee_cents = fee_cents - coalesce(old.fee_cents, old.predicted_fee_cents, 0),
    fee_known_cents = fee_known_cents - CASE WHEN coalesce(old.fee_cents, old.predicted_fee_cents) IS NULL THEN 0 ELSE old.total_cents END,
    shipping_cents = shipping_cents - coalesce(old.shipping_cost_cents, 0)
  WHERE workspace_id = old.workspace_id AND quarter_at = old.placed_at - old.placed_at % 900000 AND channel_id = old.channel_id
    AND currency = old.currency AND state = old.state AND cancelled_by = coalesce(old.cancelled_by, '');
  DELETE FROM sales_quarters WHERE workspace_id = old.workspace_id AND quarter_at = old.placed_at - old.placed_at % 900000 AND channel_id = old.channel_id
    AND currency = old.currency AND state = old.state AND cancelled_by = coalesce(old.cancelled_by, '') AND orders = 0;
  INSERT INTO sales_quarters (workspace_id, quarter_at, channel_id, currency, state, cancelled_by, orders, units, total_cents, fee_cents, fee_known_cents, shipping_cents)
  VALUES (new.workspace_id, new.placed_at - new.placed_at % 900000, new.channel_id, new.currency, new.state, coalesce(new.cancelled_by, ''),
    1, new.units, new.total_cents, coalesce(new.fee_cents, new.predicted_fee_cents, 0),
    CASE WHEN coalesce(new.fee_cents, new.predicted_fee_cents) IS NULL THEN 0 ELSE new.total_cents END, coalesce(new.shipping_cost_cents, 0))
  ON CONFLICT (workspace_id, quarter_at, channel_id, currency, state, cancelled_by) DO UPDATE SET
    orders = orders + 1,
    units = units + excluded.units,
    total_cents = total_cents + excluded.total_cents,
    fee_cents = fee_cents + excluded.fee_cents,
    fee_known_cents = fee_known_cents + excluded.fee_known_cents,
    shipping_cents = shipping_cents + excluded.shipping_cents;
END;
--> statement-breakpoint
CREATE TRIGGER `orders_quarters_delete` AFTER DELETE ON `orders` BEGIN
  UPDATE sales_quarters SET
    orders = orders - 1,
    units = units - old.units,
    total_cents = total_cents - old.total_cents,
    fee_cents = fee_cents - coalesce(old.fee_cents, old.predicted_fee_cents, 0),
    fee_known_cents = fee_known_cents - CASE WHEN coalesce(old.fee_cents, old.predicted_fee_cents) IS NULL THEN 0 ELSE old.total_cents END,
    shipping_cents = shipping_cents - coalesce(old.shipping_cost_cents, 0)
  WHERE workspace_id = old.workspace_id AND quarter_at = old.placed_at - old.placed_at % 900000 AND channel_id = old.channel_id
    AND currency = old.currency AND state = old.state AND cancelled_by = coalesce(old.cancelled_by, '');
  DELETE FROM sales_quarters WHERE workspace_id = old.workspace_id AND quarter_at = old.placed_at - old.placed_at % 900000 AND channel_id = old.channel_id
    AND currency = old.currency AND state = old.state AND cancelled_by = coalesce(old.cancelled_by, '') AND orders = 0;
END;
--> statement-breakpoint
INSERT INTO sales_quarters (workspace_id, quarter_at, channel_id, currency, state, cancelled_by, orders, units, total_cents, fee_cents, fee_known_cents, shipping_cents)
SELECT workspace_id, placed_at - placed_at % 900000, channel_id, currency, state, coalesce(cancelled_by, ''),
  count(*), sum(units), sum(total_cents), sum(coalesce(fee_cents, predicted_fee_cents, 0)),
  sum(CASE WHEN coalesce(fee_cents, predicted_fee_cents) IS NULL THEN 0 ELSE total_cents END), sum(coalesce(shipping_cost_cents, 0))
FROM orders GROUP BY 1, 2, 3, 4, 5, 6;
