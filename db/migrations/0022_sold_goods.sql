CREATE TABLE `sold_goods` (
	`workspace_id` text NOT NULL,
	`days` integer NOT NULL,
	`from_at` integer NOT NULL,
	`channel_id` text NOT NULL,
	`listing_ref` text NOT NULL,
	`model_ref` text NOT NULL,
	`currency` text NOT NULL,
	`lines` integer NOT NULL,
	`units` integer NOT NULL,
	`cents` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `days`, `from_at`, `channel_id`, `listing_ref`, `model_ref`, `currency`)
) WITHOUT ROWID;
--> statement-breakpoint
-- Lines written before they had a currency take their order's, so that a line says all that is summed.
UPDATE order_items SET currency = coalesce((SELECT whole.currency FROM orders AS whole WHERE whole.id = order_items.order_id AND whole.workspace_id = order_items.workspace_id), '')
WHERE currency = '';
--> statement-breakpoint
-- What was sold of each offer in 1, 8 and 64 days, kept as lines come, change and go. What is taken away is added with its sign turned.
CREATE TRIGGER `order_items_sold_insert` AFTER INSERT ON `order_items` WHEN new.is_cancelled = 0 BEGIN
  INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents) VALUES
    (new.workspace_id, 1, new.placed_at - new.placed_at % 86400000, new.channel_id, new.listing_ref, new.model_ref, new.currency, 1, new.quantity, new.quantity * new.unit_price_cents),
    (new.workspace_id, 8, new.placed_at - new.placed_at % 691200000, new.channel_id, new.listing_ref, new.model_ref, new.currency, 1, new.quantity, new.quantity * new.unit_price_cents),
    (new.workspace_id, 64, new.placed_at - new.placed_at % 5529600000, new.channel_id, new.listing_ref, new.model_ref, new.currency, 1, new.quantity, new.quantity * new.unit_price_cents)
  ON CONFLICT (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency) DO UPDATE SET
    lines = lines + excluded.lines, units = units + excluded.units, cents = cents + excluded.cents;
END;
--> statement-breakpoint
CREATE TRIGGER `order_items_sold_before` AFTER UPDATE ON `order_items` WHEN old.is_cancelled = 0 AND (old.workspace_id IS NOT new.workspace_id OR old.placed_at IS NOT new.placed_at OR old.is_cancelled IS NOT new.is_cancelled
    OR old.channel_id IS NOT new.channel_id OR old.listing_ref IS NOT new.listing_ref OR old.model_ref IS NOT new.model_ref OR old.currency IS NOT new.currency OR old.quantity IS NOT new.quantity OR old.unit_price_cents IS NOT new.unit_price_cents) BEGIN
  INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents) VALUES
    (old.workspace_id, 1, old.placed_at - old.placed_at % 86400000, old.channel_id, old.listing_ref, old.model_ref, old.currency, -1, -old.quantity, -old.quantity * old.unit_price_cents),
    (old.workspace_id, 8, old.placed_at - old.placed_at % 691200000, old.channel_id, old.listing_ref, old.model_ref, old.currency, -1, -old.quantity, -old.quantity * old.unit_price_cents),
    (old.workspace_id, 64, old.placed_at - old.placed_at % 5529600000, old.channel_id, old.listing_ref, old.model_ref, old.currency, -1, -old.quantity, -old.quantity * old.unit_price_cents)
  ON CONFLICT (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency) DO UPDATE SET
    lines = lines + excluded.lines, units = units + excluded.units, cents = cents + excluded.cents;
  DELETE FROM sold_goods WHERE workspace_id = old.workspace_id AND (days, from_at) IN (VALUES
      (1, old.placed_at - old.placed_at % 86400000), (8, old.placed_at - old.placed_at % 691200000), (64, old.placed_at - old.placed_at % 5529600000))
    AND channel_id = old.channel_id AND listing_ref = old.listing_ref AND model_ref = old.model_ref AND currency = old.currency AND lines = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `order_items_sold_after` AFTER UPDATE ON `order_items` WHEN new.is_cancelled = 0 AND (old.workspace_id IS NOT new.workspace_id OR old.placed_at IS NOT new.placed_at OR old.is_cancelled IS NOT new.is_cancelled
    OR old.channel_id IS NOT new.channel_id OR old.listing_ref IS NOT new.listing_ref OR old.model_ref IS NOT new.model_ref OR old.currency IS NOT new.currency OR old.quantity IS NOT new.quantity OR old.unit_price_cents IS NOT new.unit_price_cents) BEGIN
  INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents) VALUES
    (new.workspace_id, 1, new.placed_at - new.placed_at % 86400000, new.channel_id, new.listing_ref, new.model_ref, new.currency, 1, new.quantity, new.quantity * new.unit_price_cents),
    (new.workspace_id, 8, new.placed_at - new.placed_at % 691200000, new.channel_id, new.listing_ref, new.model_ref, new.currency, 1, new.quantity, new.quantity * new.unit_price_cents),
    (new.workspace_id, 64, new.placed_at - new.placed_at % 5529600000, new.channel_id, new.listing_ref, new.model_ref, new.currency, 1, new.quantity, new.quantity * new.unit_price_cents)
  ON CONFLICT (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency) DO UPDATE SET
    lines = lines + excluded.lines, units = units + excluded.units, cents = cents + excluded.cents;
END;
--> statement-breakpoint
CREATE TRIGGER `order_items_sold_delete` AFTER DELETE ON `order_items` WHEN old.is_cancelled = 0 BEGIN
  INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents) VALUES
    (old.workspace_id, 1, old.placed_at - old.placed_at % 86400000, old.channel_id, old.listing_ref, old.model_ref, old.currency, -1, -old.quantity, -old.quantity * old.unit_price_cents),
    (old.workspace_id, 8, old.placed_at - old.placed_at % 691200000, old.channel_id, old.listing_ref, old.model_ref, old.currency, -1, -old.quantity, -old.quantity * old.unit_price_cents),
    (old.workspace_id, 64, old.placed_at - old.placed_at % 5529600000, old.channel_id, old.listing_ref, old.model_ref, old.currency, -1, -old.quantity, -old.quantity * old.unit_price_cents)
  ON CONFLICT (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency) DO UPDATE SET
    lines = lines + excluded.lines, units = units + excluded.units, cents = cents + excluded.cents;
  DELETE FROM sold_goods WHERE workspace_id = old.workspace_id AND (days, from_at) IN (VALUES
      (1, old.placed_at - old.placed_at % 86400000), (8, old.placed_at - old.placed_at % 691200000), (64, old.placed_at - old.placed_at % 5529600000))
    AND channel_id = old.channel_id AND listing_ref = old.listing_ref AND model_ref = old.model_ref AND currency = old.currency AND lines = 0;
END;
--> statement-breakpoint
INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents)
SELECT workspace_id, 1, placed_at - placed_at % 86400000, channel_id, listing_ref, model_ref, currency, count(*), sum(quantity), sum(quantity * unit_price_cents)
FROM order_items WHERE is_cancelled = 0 GROUP BY 1, 3, 4, 5, 6, 7;
--> statement-breakpoint
INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents)
SELECT workspace_id, 8, from_at - from_at % 691200000, channel_id, listing_ref, model_ref, currency, sum(lines), sum(units), sum(cents)
FROM sold_goods WHERE days = 1 GROUP BY 1, 3, 4, 5, 6, 7;
--> statement-breakpoint
INSERT INTO sold_goods (workspace_id, days, from_at, channel_id, listing_ref, model_ref, currency, lines, units, cents)
SELECT workspace_id, 64, from_at - from_at % 5529600000, channel_id, listing_ref, model_ref, currency, sum(lines), sum(units), sum(cents)
FROM sold_goods WHERE days = 8 GROUP BY 1, 3, 4, 5, 6, 7;
