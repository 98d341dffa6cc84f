CREATE TABLE `sold_together` (
	`workspace_id` text NOT NULL,
	`placed_at` integer NOT NULL,
	`order_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`listing_ref` text NOT NULL,
	`model_ref` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `placed_at`, `order_id`, `channel_id`, `listing_ref`, `model_ref`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `channels` ADD `erasing_at` integer;--> statement-breakpoint
ALTER TABLE `sold_goods` ADD `orders` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sold_goods` ADD `taken_micros` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- Sums of goods know two things more: how many orders hold a thing, and what was taken from it. They are made anew below.
DROP TRIGGER `order_items_sold_insert`;
--> statement-breakpoint
DROP TRIGGER `order_items_sold_before`;
--> statement-breakpoint
DROP TRIGGER `order_items_sold_after`;
--> statement-breakpoint
DROP TRIGGER `order_items_sold_delete`;
--> statement-breakpoint
-- A line counts as an order of its thing where no other line of the same order is one. What is taken away is added with its sign turned.
CREATE TRIGGER `order_items_sold_insert` AFTER INSERT ON `order_items` WHEN new.is_cancelled = 0 BEGIN
  INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents, orders, taken_micros)
  SELECT new.workspace_id, block.days, new.placed_at - new.placed_at % (block.days * 86400000), new.channel_id, new.listing_ref, new.model_ref, new.currency,
    1, new.quantity, new.quantity * new.unit_price_cents, line.orders, line.taken_micros
  FROM (SELECT
      NOT EXISTS (SELECT 1 FROM order_items AS other WHERE other.workspace_id = new.workspace_id AND other.order_id = new.order_id AND other.id <> new.id
        AND other.is_cancelled = 0 AND other.placed_at = new.placed_at AND other.currency = new.currency AND other.channel_id = new.channel_id AND other.listing_ref = new.listing_ref AND other.model_ref = new.model_ref) AS orders,
      coalesce((SELECT coalesce(cast(round((coalesce(whole.fee_cents, whole.predicted_fee_cents, 0) + coalesce(whole.shipping_cost_cents, 0)) * 10000.0 * new.quantity * new.unit_price_cents / nullif(whole.total_cents, 0)) AS integer), 0) FROM orders AS whole WHERE whole.id = new.order_id AND whole.workspace_id = new.workspace_id), 0) AS taken_micros
    LIMIT 1) AS line CROSS JOIN (SELECT 1 AS days UNION ALL SELECT 8 UNION ALL SELECT 64) AS block WHERE true
  ON CONFLICT (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency) DO UPDATE SET
    lines = lines + excluded.lines, units = units + excluded.units, cents = cents + excluded.cents,
    orders = orders + excluded.orders, taken_micros = taken_micros + excluded.taken_micros;
  INSERT INTO sold_together (workspace_id, placed_at, order_id, channel_id, listing_ref, model_ref)
  SELECT i.workspace_id, i.placed_at, i.order_id, i.channel_id, i.listing_ref, i.model_ref FROM order_items AS i
  WHERE i.workspace_id = new.workspace_id AND i.order_id = new.order_id AND i.is_cancelled = 0
    AND EXISTS (SELECT 1 FROM order_items AS other WHERE other.workspace_id = new.workspace_id AND other.order_id = new.order_id AND other.is_cancelled = 0
      AND (other.channel_id <> new.channel_id OR other.listing_ref <> new.listing_ref OR other.model_ref <> new.model_ref))
  ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `order_items_sold_before` AFTER UPDATE ON `order_items` WHEN old.is_cancelled = 0 AND (old.workspace_id IS NOT new.workspace_id OR old.order_id IS NOT new.order_id OR old.placed_at IS NOT new.placed_at OR old.is_cancelled IS NOT new.is_cancelled OR old.channel_id IS NOT new.channel_id OR old.listing_ref IS NOT new.listing_ref OR old.model_ref IS NOT new.model_ref OR old.currency IS NOT new.currency OR old.quantity IS NOT new.quantity OR old.unit_price_cents IS NOT new.unit_price_cents) BEGIN
  INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents, orders, taken_micros)
  SELECT old.workspace_id, block.days, old.placed_at - old.placed_at % (block.days * 86400000), old.channel_id, old.listing_ref, old.model_ref, old.currency,
    -1, -old.quantity, -old.quantity * old.unit_price_cents, -line.orders, -line.taken_micros
  FROM (SELECT
      NOT EXISTS (SELECT 1 FROM order_items AS other WHERE other.workspace_id = old.workspace_id AND other.order_id = old.order_id AND other.id <> old.id
        AND other.is_cancelled = 0 AND other.placed_at = old.placed_at AND other.currency = old.currency AND other.channel_id = old.channel_id AND other.listing_ref = old.listing_ref AND other.model_ref = old.model_ref) AS orders,
      coalesce((SELECT coalesce(cast(round((coalesce(whole.fee_cents, whole.predicted_fee_cents, 0) + coalesce(whole.shipping_cost_cents, 0)) * 10000.0 * old.quantity * old.unit_price_cents / nullif(whole.total_cents, 0)) AS integer), 0) FROM orders AS whole WHERE whole.id = old.order_id AND whole.workspace_id = old.workspace_id), 0) AS taken_micros
    LIMIT 1) AS line CROSS JOIN (SELECT 1 AS days UNION ALL SELECT 8 UNION ALL SELECT 64) AS block WHERE true
  ON CONFLICT (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency) DO UPDATE SET
    lines = lines + excluded.lines, units = units + excluded.units, cents = cents + excluded.cents,
    orders = orders + excluded.orders, taken_micros = taken_micros + excluded.taken_micros;
  DELETE FROM sold_goods WHERE workspace_id = old.workspace_id AND (days, from_at) IN (VALUES
      (1, old.placed_at - old.placed_at % 86400000), (8, old.placed_at - old.placed_at % 691200000), (64, old.placed_at - old.placed_at % 5529600000))
    AND channel_id = old.channel_id AND listing_ref = old.listing_ref AND model_ref = old.model_ref AND currency = old.currency AND lines = 0;
  DELETE FROM sold_together WHERE workspace_id = old.workspace_id AND placed_at = old.placed_at AND order_id = old.order_id
    AND sold_together.channel_id = old.channel_id AND sold_together.listing_ref = old.listing_ref AND sold_together.model_ref = old.model_ref
    AND NOT EXISTS (SELECT 1 FROM order_items AS other WHERE other.workspace_id = old.workspace_id AND other.order_id = old.order_id
      AND other.is_cancelled = 0 AND other.placed_at = old.placed_at AND other.channel_id = old.channel_id AND other.listing_ref = old.listing_ref AND other.model_ref = old.model_ref);
END;
--> statement-breakpoint
CREATE TRIGGER `order_items_sold_after` AFTER UPDATE ON `order_items` WHEN new.is_cancelled = 0 AND (old.workspace_id IS NOT new.workspace_id OR old.order_id IS NOT new.order_id OR old.placed_at IS NOT new.placed_at OR old.is_cancelled IS NOT new.is_cancelled OR old.channel_id IS NOT new.channel_id OR old.listing_ref IS NOT new.listing_ref OR old.model_ref IS NOT new.model_ref OR old.currency IS NOT new.currency OR old.quantity IS NOT new.quantity OR old.unit_price_cents IS NOT new.unit_price_cents) BEGIN
  INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents, orders, taken_micros)
  SELECT new.workspace_id, block.days, new.placed_at - new.placed_at % (block.days * 86400000), new.channel_id, new.listing_ref, new.model_ref, new.currency,
    1, new.quantity, new.quantity * new.unit_price_cents, line.orders, line.taken_micros
  FROM (SELECT
      NOT EXISTS (SELECT 1 FROM order_items AS other WHERE other.workspace_id = new.workspace_id AND other.order_id = new.order_id AND other.id <> new.id
        AND other.is_cancelled = 0 AND other.placed_at = new.placed_at AND other.currency = new.currency AND other.channel_id = new.channel_id AND other.listing_ref = new.listing_ref AND other.model_ref = new.model_ref) AS orders,
      coalesce((SELECT coalesce(cast(round((coalesce(whole.fee_cents, whole.predicted_fee_cents, 0) + coalesce(whole.shipping_cost_cents, 0)) * 10000.0 * new.quantity * new.unit_price_cents / nullif(whole.total_cents, 0)) AS integer), 0) FROM orders AS whole WHERE whole.id = new.order_id AND whole.workspace_id = new.workspace_id), 0) AS taken_micros
    LIMIT 1) AS line CROSS JOIN (SELECT 1 AS days UNION ALL SELECT 8 UNION ALL SELECT 64) AS block WHERE true
  ON CONFLICT (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency) DO UPDATE SET
    lines = lines + excluded.lines, units = units + excluded.units, cents = cents + excluded.cents,
    orders = orders + excluded.orders, taken_micros = taken_micros + excluded.taken_micros;
  INSERT INTO sold_together (workspace_id, placed_at, order_id, channel_id, listing_ref, model_ref)
  SELECT i.workspace_id, i.placed_at, i.order_id, i.channel_id, i.listing_ref, i.model_ref FROM order_items AS i
  WHERE i.workspace_id = new.workspace_id AND i.order_id = new.order_id AND i.is_cancelled = 0
    AND EXISTS (SELECT 1 FROM order_items AS other WHERE other.workspace_id = new.workspace_id AND other.order_id = new.order_id AND other.is_cancelled = 0
      AND (other.channel_id <> new.channel_id OR other.listing_ref <> new.listing_ref OR other.model_ref <> new.model_ref))
  ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `order_items_sold_delete` AFTER DELETE ON `order_items` WHEN old.is_cancelled = 0 BEGIN
  INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents, orders, taken_micros)
  SELECT old.workspace_id, block.days, old.placed_at - old.placed_at % (block.days * 86400000), old.channel_id, old.listing_ref, old.model_ref, old.currency,
    -1, -old.quantity, -old.quantity * old.unit_price_cents, -line.orders, -line.taken_micros
  FROM (SELECT
      NOT EXISTS (SELECT 1 FROM order_items AS other WHERE other.workspace_id = old.workspace_id AND other.order_id = old.order_id AND other.id <> old.id
        AND other.is_cancelled = 0 AND other.placed_at = old.placed_at AND other.currency = old.currency AND other.channel_id = old.channel_id AND other.listing_ref = old.listing_ref AND other.model_ref = old.model_ref) AS orders,
      coalesce((SELECT coalesce(cast(round((coalesce(whole.fee_cents, whole.predicted_fee_cents, 0) + coalesce(whole.shipping_cost_cents, 0)) * 10000.0 * old.quantity * old.unit_price_cents / nullif(whole.total_cents, 0)) AS integer), 0) FROM orders AS whole WHERE whole.id = old.order_id AND whole.workspace_id = old.workspace_id), 0) AS taken_micros
    LIMIT 1) AS line CROSS JOIN (SELECT 1 AS days UNION ALL SELECT 8 UNION ALL SELECT 64) AS block WHERE true
  ON CONFLICT (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency) DO UPDATE SET
    lines = lines + excluded.lines, units = units + excluded.units, cents = cents + excluded.cents,
    orders = orders + excluded.orders, taken_micros = taken_micros + excluded.taken_micros;
  DELETE FROM sold_goods WHERE workspace_id = old.workspace_id AND (days, from_at) IN (VALUES
      (1, old.placed_at - old.placed_at % 86400000), (8, old.placed_at - old.placed_at % 691200000), (64, old.placed_at - old.placed_at % 5529600000))
    AND channel_id = old.channel_id AND listing_ref = old.listing_ref AND model_ref = old.model_ref AND currency = old.currency AND lines = 0;
  DELETE FROM sold_together WHERE workspace_id = old.workspace_id AND placed_at = old.placed_at AND order_id = old.order_id
    AND sold_together.channel_id = old.channel_id AND sold_together.listing_ref = old.listing_ref AND sold_together.model_ref = old.model_ref
    AND NOT EXISTS (SELECT 1 FROM order_items AS other WHERE other.workspace_id = old.workspace_id AND other.order_id = old.order_id
      AND other.is_cancelled = 0 AND other.placed_at = old.placed_at AND other.channel_id = old.channel_id AND other.listing_ref = old.listing_ref AND other.model_ref = old.model_ref);
END;
--> statement-breakpoint
-- Fees and shipping are told with an order and corrected later: each line's share in them goes with it. An order keeps its id.
CREATE TRIGGER `orders_taken_insert` AFTER INSERT ON `orders` WHEN coalesce(new.fee_cents, new.predicted_fee_cents, 0) + coalesce(new.shipping_cost_cents, 0) <> 0 BEGIN
  INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents, orders, taken_micros)
  SELECT i.workspace_id, block.days, i.placed_at - i.placed_at % (block.days * 86400000), i.channel_id, i.listing_ref, i.model_ref, i.currency,
    0, 0, 0, 0, sum(coalesce(cast(round((coalesce(new.fee_cents, new.predicted_fee_cents, 0) + coalesce(new.shipping_cost_cents, 0)) * 10000.0 * i.quantity * i.unit_price_cents / nullif(new.total_cents, 0)) AS integer), 0))
  FROM order_items AS i CROSS JOIN (SELECT 1 AS days UNION ALL SELECT 8 UNION ALL SELECT 64) AS block WHERE i.workspace_id = new.workspace_id AND i.order_id = new.id AND i.is_cancelled = 0
  GROUP BY 2, 3, 4, 5, 6, 7
  ON CONFLICT (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency) DO UPDATE SET
    lines = lines + excluded.lines, units = units + excluded.units, cents = cents + excluded.cents,
    orders = orders + excluded.orders, taken_micros = taken_micros + excluded.taken_micros;
END;
--> statement-breakpoint
CREATE TRIGGER `orders_taken_update` AFTER UPDATE ON `orders` WHEN old.fee_cents IS NOT new.fee_cents OR old.predicted_fee_cents IS NOT new.predicted_fee_cents OR old.shipping_cost_cents IS NOT new.shipping_cost_cents OR old.total_cents IS NOT new.total_cents BEGIN
  INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents, orders, taken_micros)
  SELECT i.workspace_id, block.days, i.placed_at - i.placed_at % (block.days * 86400000), i.channel_id, i.listing_ref, i.model_ref, i.currency,
    0, 0, 0, 0, sum(coalesce(cast(round((coalesce(new.fee_cents, new.predicted_fee_cents, 0) + coalesce(new.shipping_cost_cents, 0)) * 10000.0 * i.quantity * i.unit_price_cents / nullif(new.total_cents, 0)) AS integer), 0)
      - coalesce(cast(round((coalesce(old.fee_cents, old.predicted_fee_cents, 0) + coalesce(old.shipping_cost_cents, 0)) * 10000.0 * i.quantity * i.unit_price_cents / nullif(old.total_cents, 0)) AS integer), 0))
  FROM order_items AS i CROSS JOIN (SELECT 1 AS days UNION ALL SELECT 8 UNION ALL SELECT 64) AS block WHERE i.workspace_id = new.workspace_id AND i.order_id = new.id AND i.is_cancelled = 0
  GROUP BY 2, 3, 4, 5, 6, 7
  ON CONFLICT (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency) DO UPDATE SET
    lines = lines + excluded.lines, units = units + excluded.units, cents = cents + excluded.cents,
    orders = orders + excluded.orders, taken_micros = taken_micros + excluded.taken_micros;
END;
--> statement-breakpoint
CREATE TRIGGER `orders_taken_delete` AFTER DELETE ON `orders` WHEN coalesce(old.fee_cents, old.predicted_fee_cents, 0) + coalesce(old.shipping_cost_cents, 0) <> 0 BEGIN
  INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents, orders, taken_micros)
  SELECT i.workspace_id, block.days, i.placed_at - i.placed_at % (block.days * 86400000), i.channel_id, i.listing_ref, i.model_ref, i.currency,
    0, 0, 0, 0, sum(-coalesce(cast(round((coalesce(old.fee_cents, old.predicted_fee_cents, 0) + coalesce(old.shipping_cost_cents, 0)) * 10000.0 * i.quantity * i.unit_price_cents / nullif(old.total_cents, 0)) AS integer), 0))
  FROM order_items AS i CROSS JOIN (SELECT 1 AS days UNION ALL SELECT 8 UNION ALL SELECT 64) AS block WHERE i.workspace_id = old.workspace_id AND i.order_id = old.id AND i.is_cancelled = 0
  GROUP BY 2, 3, 4, 5, 6, 7
  ON CONFLICT (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency) DO UPDATE SET
    lines = lines + excluded.lines, units = units + excluded.units, cents = cents + excluded.cents,
    orders = orders + excluded.orders, taken_micros = taken_micros + excluded.taken_micros;
END;
--> statement-breakpoint
DELETE FROM sold_goods WHERE true;
--> statement-breakpoint
INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents, orders, taken_micros)
SELECT i.workspace_id, 1, i.placed_at - i.placed_at % 86400000, i.channel_id, i.listing_ref, i.model_ref, i.currency, count(*), sum(i.quantity), sum(i.quantity * i.unit_price_cents),
  count(DISTINCT i.order_id || '/' || i.placed_at), sum(coalesce(cast(round((coalesce(whole.fee_cents, whole.predicted_fee_cents, 0) + coalesce(whole.shipping_cost_cents, 0)) * 10000.0 * i.quantity * i.unit_price_cents / nullif(whole.total_cents, 0)) AS integer), 0))
FROM order_items AS i LEFT JOIN orders AS whole ON whole.id = i.order_id AND whole.workspace_id = i.workspace_id
WHERE i.is_cancelled = 0 GROUP BY 1, 3, 4, 5, 6, 7;
--> statement-breakpoint
INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents, orders, taken_micros)
SELECT workspace_id, 8, from_at - from_at % 691200000, channel_id, listing_ref, model_ref, currency, sum(lines), sum(units), sum(cents), sum(orders), sum(taken_micros)
FROM sold_goods WHERE days = 1 GROUP BY 1, 3, 4, 5, 6, 7;
--> statement-breakpoint
INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents, orders, taken_micros)
SELECT workspace_id, 64, from_at - from_at % 5529600000, channel_id, listing_ref, model_ref, currency, sum(lines), sum(units), sum(cents), sum(orders), sum(taken_micros)
FROM sold_goods WHERE days = 8 GROUP BY 1, 3, 4, 5, 6, 7;
--> statement-breakpoint
INSERT INTO sold_together (workspace_id, placed_at, order_id, channel_id, listing_ref, model_ref)
SELECT i.workspace_id, i.placed_at, i.order_id, i.channel_id, i.listing_ref, i.model_ref FROM order_items AS i WHERE i.is_cancelled = 0
  AND EXISTS (SELECT 1 FROM order_items AS other WHERE other.workspace_id = i.workspace_id AND other.order_id = i.order_id AND other.is_cancelled = 0
    AND (other.channel_id <> i.channel_id OR other.listing_ref <> i.listing_ref OR other.model_ref <> i.model_ref))
ON CONFLICT DO NOTHING;
