ALTER TABLE `outbox` ADD `asks_for` text;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_asks_for` ON `outbox` (`asks_for`) WHERE asks_for is not null;