-- Words, stems and concepts of whatever can be found. Workspace and kind are columns of the index, so that a search never touches others' words.
CREATE VIRTUAL TABLE `search_texts_fts` USING fts5(workspace_id, kind, words, stems, concepts, content='search_texts', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE TRIGGER `search_texts_fts_insert` AFTER INSERT ON `search_texts` BEGIN
  INSERT INTO search_texts_fts(rowid, workspace_id, kind, words, stems, concepts) VALUES (new.rowid, new.workspace_id, new.kind, new.words, new.stems, new.concepts);
END;
--> statement-breakpoint
CREATE TRIGGER `search_texts_fts_delete` AFTER DELETE ON `search_texts` BEGIN
  INSERT INTO search_texts_fts(search_texts_fts, rowid, workspace_id, kind, words, stems, concepts) VALUES ('delete', old.rowid, old.workspace_id, old.kind, old.words, old.stems, old.concepts);
END;
--> statement-breakpoint
CREATE TRIGGER `search_texts_fts_update` AFTER UPDATE ON `search_texts` WHEN old.words IS NOT new.words OR old.stems IS NOT new.stems OR old.concepts IS NOT new.concepts BEGIN
  INSERT INTO search_texts_fts(search_texts_fts, rowid, workspace_id, kind, words, stems, concepts) VALUES ('delete', old.rowid, old.workspace_id, old.kind, old.words, old.stems, old.concepts);
  INSERT INTO search_texts_fts(rowid, workspace_id, kind, words, stems, concepts) VALUES (new.rowid, new.workspace_id, new.kind, new.words, new.stems, new.concepts);
END;
