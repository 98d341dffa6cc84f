ALTER TABLE `release_rules` ADD `settings_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
UPDATE `release_rules` SET `settings_version` = `version`;
