ALTER TABLE `export_jobs` ADD `heartbeat_at` integer;--> statement-breakpoint
CREATE INDEX `export_jobs_open` ON `export_jobs` (`created_at`) WHERE "export_jobs"."finished_at" is null;