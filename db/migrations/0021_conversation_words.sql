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
