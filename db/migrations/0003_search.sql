-- Full-text indexes over the mirrors. The workspace is a column of the index, so that a search never touches another one's words.
CREATE VIRTUAL TABLE `listings_fts` USING fts5(workspace_id, title, model_name, sku, listing_ref, content='listings', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `listings_fts_insert` AFTER INSERT ON `listings` BEGIN
  INSERT INTO listings_fts(rowid, workspace_id, title, model_name, sku, listing_ref) VALUES (new.rowid, new.workspace_id, new.title, new.model_name, new.sku, new.listing_ref);
END;
--> statement-breakpoint
CREATE TRIGGER `listings_fts_delete` AFTER DELETE ON `listings` BEGIN
  INSERT INTO listings_fts(listings_fts, rowid, workspace_id, title, model_name, sku, listing_ref) VALUES ('delete', old.rowid, old.workspace_id, old.title, old.model_name, old.sku, old.listing_ref);
END;
--> statement-breakpoint
CREATE TRIGGER `listings_fts_update` AFTER UPDATE ON `listings` WHEN old.title IS NOT new.title OR old.model_name IS NOT new.model_name OR old.sku IS NOT new.sku BEGIN
  INSERT INTO listings_fts(listings_fts, rowid, workspace_id, title, model_name, sku, listing_ref) VALUES ('delete', old.rowid, old.workspace_id, old.title, old.model_name, old.sku, old.listing_ref);
  INSERT INTO listings_fts(rowid, workspace_id, title, model_name, sku, listing_ref) VALUES (new.rowid, new.workspace_id, new.title, new.model_name, new.sku, new.listing_ref);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `products_fts` USING fts5(workspace_id, title, brand, content='products', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `products_fts_insert` AFTER INSERT ON `products` BEGIN
  INSERT INTO products_fts(rowid, workspace_id, title, brand) VALUES (new.rowid, new.workspace_id, new.title, new.brand);
END;
--> statement-breakpoint
CREATE TRIGGER `products_fts_delete` AFTER DELETE ON `products` BEGIN
  INSERT INTO products_fts(products_fts, rowid, workspace_id, title, brand) VALUES ('delete', old.rowid, old.workspace_id, old.title, old.brand);
END;
--> statement-breakpoint
CREATE TRIGGER `products_fts_update` AFTER UPDATE ON `products` WHEN old.title IS NOT new.title OR old.brand IS NOT new.brand BEGIN
  INSERT INTO products_fts(products_fts, rowid, workspace_id, title, brand) VALUES ('delete', old.rowid, old.workspace_id, old.title, old.brand);
  INSERT INTO products_fts(rowid, workspace_id, title, brand) VALUES (new.rowid, new.workspace_id, new.title, new.brand);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `variants_fts` USING fts5(workspace_id, sku, gtin, name, content='variants', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `variants_fts_insert` AFTER INSERT ON `variants` BEGIN
  INSERT INTO variants_fts(rowid, workspace_id, sku, gtin, name) VALUES (new.rowid, new.workspace_id, new.sku, new.gtin, new.name);
END;
--> statement-breakpoint
CREATE TRIGGER `variants_fts_delete` AFTER DELETE ON `variants` BEGIN
  INSERT INTO variants_fts(variants_fts, rowid, workspace_id, sku, gtin, name) VALUES ('delete', old.rowid, old.workspace_id, old.sku, old.gtin, old.name);
END;
--> statement-breakpoint
CREATE TRIGGER `variants_fts_update` AFTER UPDATE ON `variants` WHEN old.sku IS NOT new.sku OR old.gtin IS NOT new.gtin OR old.name IS NOT new.name BEGIN
  INSERT INTO variants_fts(variants_fts, rowid, workspace_id, sku, gtin, name) VALUES ('delete', old.rowid, old.workspace_id, old.sku, old.gtin, old.name);
  INSERT INTO variants_fts(rowid, workspace_id, sku, gtin, name) VALUES (new.rowid, new.workspace_id, new.sku, new.gtin, new.name);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `orders_fts` USING fts5(workspace_id, order_ref, pack_ref, buyer_name, content='orders', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `orders_fts_insert` AFTER INSERT ON `orders` BEGIN
  INSERT INTO orders_fts(rowid, workspace_id, order_ref, pack_ref, buyer_name) VALUES (new.rowid, new.workspace_id, new.order_ref, new.pack_ref, new.buyer_name);
END;
--> statement-breakpoint
CREATE TRIGGER `orders_fts_delete` AFTER DELETE ON `orders` BEGIN
  INSERT INTO orders_fts(orders_fts, rowid, workspace_id, order_ref, pack_ref, buyer_name) VALUES ('delete', old.rowid, old.workspace_id, old.order_ref, old.pack_ref, old.buyer_name);
END;
--> statement-breakpoint
CREATE TRIGGER `orders_fts_update` AFTER UPDATE ON `orders` WHEN old.pack_ref IS NOT new.pack_ref OR old.buyer_name IS NOT new.buyer_name BEGIN
  INSERT INTO orders_fts(orders_fts, rowid, workspace_id, order_ref, pack_ref, buyer_name) VALUES ('delete', old.rowid, old.workspace_id, old.order_ref, old.pack_ref, old.buyer_name);
  INSERT INTO orders_fts(rowid, workspace_id, order_ref, pack_ref, buyer_name) VALUES (new.rowid, new.workspace_id, new.order_ref, new.pack_ref, new.buyer_name);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `order_items_fts` USING fts5(workspace_id, title, sku, content='order_items', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `order_items_fts_insert` AFTER INSERT ON `order_items` BEGIN
  INSERT INTO order_items_fts(rowid, workspace_id, title, sku) VALUES (new.rowid, new.workspace_id, new.title, new.sku);
END;
--> statement-breakpoint
CREATE TRIGGER `order_items_fts_delete` AFTER DELETE ON `order_items` BEGIN
  INSERT INTO order_items_fts(order_items_fts, rowid, workspace_id, title, sku) VALUES ('delete', old.rowid, old.workspace_id, old.title, old.sku);
END;
--> statement-breakpoint
CREATE TRIGGER `order_items_fts_update` AFTER UPDATE ON `order_items` WHEN old.title IS NOT new.title OR old.sku IS NOT new.sku BEGIN
  INSERT INTO order_items_fts(order_items_fts, rowid, workspace_id, title, sku) VALUES ('delete', old.rowid, old.workspace_id, old.title, old.sku);
  INSERT INTO order_items_fts(rowid, workspace_id, title, sku) VALUES (new.rowid, new.workspace_id, new.title, new.sku);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `questions_fts` USING fts5(workspace_id, text, answer, content='questions', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `questions_fts_insert` AFTER INSERT ON `questions` BEGIN
  INSERT INTO questions_fts(rowid, workspace_id, text, answer) VALUES (new.rowid, new.workspace_id, new.text, new.answer);
END;
--> statement-breakpoint
CREATE TRIGGER `questions_fts_delete` AFTER DELETE ON `questions` BEGIN
  INSERT INTO questions_fts(questions_fts, rowid, workspace_id, text, answer) VALUES ('delete', old.rowid, old.workspace_id, old.text, old.answer);
END;
--> statement-breakpoint
CREATE TRIGGER `questions_fts_update` AFTER UPDATE ON `questions` WHEN old.text IS NOT new.text OR old.answer IS NOT new.answer BEGIN
  INSERT INTO questions_fts(questions_fts, rowid, workspace_id, text, answer) VALUES ('delete', old.rowid, old.workspace_id, old.text, old.answer);
  INSERT INTO questions_fts(rowid, workspace_id, text, answer) VALUES (new.rowid, new.workspace_id, new.text, new.answer);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `reviews_fts` USING fts5(workspace_id, title, text, content='reviews', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `reviews_fts_insert` AFTER INSERT ON `reviews` BEGIN
  INSERT INTO reviews_fts(rowid, workspace_id, title, text) VALUES (new.rowid, new.workspace_id, new.title, new.text);
END;
--> statement-breakpoint
CREATE TRIGGER `reviews_fts_delete` AFTER DELETE ON `reviews` BEGIN
  INSERT INTO reviews_fts(reviews_fts, rowid, workspace_id, title, text) VALUES ('delete', old.rowid, old.workspace_id, old.title, old.text);
END;
--> statement-breakpoint
CREATE TRIGGER `reviews_fts_update` AFTER UPDATE ON `reviews` WHEN old.title IS NOT new.title OR old.text IS NOT new.text BEGIN
  INSERT INTO reviews_fts(reviews_fts, rowid, workspace_id, title, text) VALUES ('delete', old.rowid, old.workspace_id, old.title, old.text);
  INSERT INTO reviews_fts(rowid, workspace_id, title, text) VALUES (new.rowid, new.workspace_id, new.title, new.text);
END;
