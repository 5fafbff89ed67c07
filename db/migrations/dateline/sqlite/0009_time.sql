CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`kind` text NOT NULL,
	`severity` text NOT NULL,
	`text` text NOT NULL,
	`headline` text DEFAULT '' NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`shown_at` integer,
	`taken_back_at` integer,
	`taken_back_by` text,
	`taken_back_why` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_story` ON `corrections` (`story_id`,`shown_at`);--> statement-breakpoint
CREATE INDEX `corrections_newest` ON `corrections` (`shown_at`,`id`);--> statement-breakpoint
CREATE TABLE `check_reasons` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`code` text NOT NULL,
	`subject` text NOT NULL,
	`reason` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `check_reasons_about` ON `check_reasons` (`story_id`,`code`,`subject`);--> statement-breakpoint
DROP INDEX `stories_address`;--> statement-breakpoint
ALTER TABLE `schedules` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `revision_terms` ADD `spelled` text DEFAULT '' NOT NULL;