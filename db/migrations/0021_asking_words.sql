-- Words of questions, answers and titles. The workspace is a column of the index, so that a search never touches another one's words.
CREATE VIRTUAL TABLE `conversation_turns_fts` USING fts5(workspace_id, question, answer, content='conversation_turns', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `conversation_turns_fts_insert` AFTER INSERT ON `conversation_turns` BEGIN
  INSERT INTO conversation_turns_fts(rowid, workspace_id, question, answer) VALUES (new.rowid, new.workspace_id, new.question, new.answer);
END;
--> statement-breakpoint
CREATE TRIGGER `conversation_turns_fts_delete` AFTER DELETE ON `conversation_turns` BEGIN
  INSERT INTO conversation_turns_fts(conversation_turns_fts, rowid, workspace_id, question, answer) VALUES ('delete', old.rowid, old.workspace_id, old.question, old.answer);
END;
--> statement-breakpoint
CREATE TRIGGER `conversation_turns_fts_update` AFTER UPDATE ON `conversation_turns` WHEN old.question IS NOT new.question OR old.answer IS NOT new.answer BEGIN
  INSERT INTO conversation_turns_fts(conversation_turns_fts, rowid, workspace_id, question, answer) VALUES ('delete', old.rowid, old.workspace_id, old.question, old.answer);
  INSERT INTO conversation_turns_fts(rowid, workspace_id, question, answer) VALUES (new.rowid, new.workspace_id, new.question, new.answer);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `conversations_fts` USING fts5(workspace_id, title, content='conversations', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `conversations_fts_insert` AFTER INSERT ON `conversations` BEGIN
  INSERT INTO conversations_fts(rowid, workspace_id, title) VALUES (new.rowid, new.workspace_id, new.title);
END;
--> statement-breakpoint
CREATE TRIGGER `conversations_fts_delete` AFTER DELETE ON `conversations` BEGIN
  INSERT INTO conversations_fts(conversations_fts, rowid, workspace_id, title) VALUES ('delete', old.rowid, old.workspace_id, old.title);
END;
--> statement-breakpoint
CREATE TRIGGER `conversations_fts_update` AFTER UPDATE ON `conversations` WHEN old.title IS NOT new.title BEGIN
  INSERT INTO conversations_fts(conversations_fts, rowid, workspace_id, title) VALUES ('delete', old.rowid, old.workspace_id, old.title);
  INSERT INTO conversations_fts(rowid, workspace_id, title) VALUES (new.rowid, new.workspace_id, new.title);
END;
--> statement-breakpoint
-- What was sold in each hour, kept as orders come, change and go.
CREATE TRIGGER `orders_hours_insert` AFTER INSERT ON `orders` BEGIN
  INSERT INTO sales_hours (workspace_id, hour_at, channel_id, currency, state, cancelled_by, orders, units, total_cents, fee_cents, fee_known_cents, shipping_cents)
  VALUES (new.workspace_id, new.placed_at - new.placed_at % 3600000, new.channel_id, new.currency, new.state, coalesce(new.cancelled_by, ''),
    1, new.units, new.total_cents, coalesce(new.fee_cents, new.predicted_fee_cents, 0),
    CASE WHEN coalesce(new.fee_cents, new.predicted_fee_cents) IS NULL THEN 0 ELSE new.total_cents END, coalesce(new.shipping_cost_cents, 0))
  ON CONFLICT (workspace_id, hour_at, channel_id, currency, state, cancelled_by) DO UPDATE SET
    orders = orders + 1,
    units = units + excluded.units,
    total_cents = total_cents + excluded.total_cents,
    fee_cents = fee_cents + excluded.fee_cents,
    fee_known_cents = fee_known_cents + excluded.fee_known_cents,
    shipping_cents = shipping_cents + excluded.shipping_cents;
END;
--> statement-breakpoint
CREATE TRIGGER `orders_hours_update` AFTER UPDATE ON `orders` WHEN old.workspace_id IS NOT new.workspace_id
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
  UPDATE sales_hours SET
    orders = orders - 1,
    units = units - old.units,
    total_cents = total_cents - old.total_cents,
    fee_cents = fee_cents - coalesce(old.fee_cents, old.predicted_fee_cents, 0),
    fee_known_cents = fee_known_cents - CASE WHEN coalesce(old.fee_cents, old.predicted_fee_cents) IS NULL THEN 0 ELSE old.total_cents END,
    shipping_cents = shipping_cents - coalesce(old.shipping_cost_cents, 0)
  WHERE workspace_id = old.workspace_id AND hour_at = old.placed_at - old.placed_at % 3600000 AND channel_id = old.channel_id
    AND currency = old.currency AND state = old.state AND cancelled_by = coalesce(old.cancelled_by, '');
  DELETE FROM sales_hours WHERE workspace_id = old.workspace_id AND hour_at = old.placed_at - old.placed_at % 3600000 AND channel_id = old.channel_id
    AND currency = old.currency AND state = old.state AND cancelled_by = coalesce(old.cancelled_by, '') AND orders = 0;
  INSERT INTO sales_hours (workspace_id, hour_at, channel_id, currency, state, cancelled_by, orders, units, total_cents, fee_cents, fee_known_cents, shipping_cents)
  VALUES (new.workspace_id, new.placed_at - new.placed_at % 3600000, new.channel_id, new.currency, new.state, coalesce(new.cancelled_by, ''),
    1, new.units, new.total_cents, coalesce(new.fee_cents, new.predicted_fee_cents, 0),
    CASE WHEN coalesce(new.fee_cents, new.predicted_fee_cents) IS NULL THEN 0 ELSE new.total_cents END, coalesce(new.shipping_cost_cents, 0))
  ON CONFLICT (workspace_id, hour_at, channel_id, currency, state, cancelled_by) DO UPDATE SET
    orders = orders + 1,
    units = units + excluded.units,
    total_cents = total_cents + excluded.total_cents,
    fee_cents = fee_cents + excluded.fee_cents,
    fee_known_cents = fee_known_cents + excluded.fee_known_cents,
    shipping_cents = shipping_cents + excluded.shipping_cents;
END;
--> statement-breakpoint
CREATE TRIGGER `orders_hours_delete` AFTER DELETE ON `orders` BEGIN
  UPDATE sales_hours SET
    orders = orders - 1,
    units = units - old.units,
    total_cents = total_cents - old.total_cents,
    fee_cents = fee_cents - coalesce(old.fee_cents, old.predicted_fee_cents, 0),
    fee_known_cents = fee_known_cents - CASE WHEN coalesce(old.fee_cents, old.predicted_fee_cents) IS NULL THEN 0 ELSE old.total_cents END,
    shipping_cents = shipping_cents - coalesce(old.shipping_cost_cents, 0)
  WHERE workspace_id = old.workspace_id AND hour_at = old.placed_at - old.placed_at % 3600000 AND channel_id = old.channel_id
    AND currency = old.currency AND state = old.state AND cancelled_by = coalesce(old.cancelled_by, '');
  DELETE FROM sales_hours WHERE workspace_id = old.workspace_id AND hour_at = old.placed_at - old.placed_at % 3600000 AND channel_id = old.channel_id
    AND currency = old.currency AND state = old.state AND cancelled_by = coalesce(old.cancelled_by, '') AND orders = 0;
END;
--> statement-breakpoint
INSERT INTO sales_hours (workspace_id, hour_at, channel_id, currency, state, cancelled_by, orders, units, total_cents, fee_cents, fee_known_cents, shipping_cents)
SELECT workspace_id, placed_at - placed_at % 3600000, channel_id, currency, state, coalesce(cancelled_by, ''),
  count(*), sum(units), sum(total_cents), sum(coalesce(fee_cents, predicted_fee_cents, 0)),
  sum(CASE WHEN coalesce(fee_cents, predicted_fee_cents) IS NULL THEN 0 ELSE total_cents END), sum(coalesce(shipping_cost_cents, 0))
FROM orders GROUP BY 1, 2, 3, 4, 5, 6;
