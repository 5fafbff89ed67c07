CREATE TABLE `autosaves` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`story_id` text,
	`based_on_id` text DEFAULT '' NOT NULL,
	`content` text NOT NULL,
	`sequence` integer NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `autosaves_owner` ON `autosaves` (`person_id`,`story_id`);--> statement-breakpoint
CREATE INDEX `autosaves_story` ON `autosaves` (`story_id`);--> statement-breakpoint
CREATE INDEX `autosaves_age` ON `autosaves` (`saved_at`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`comment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`seen_at` integer,
	PRIMARY KEY(`comment_id`, `person_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `staff_comments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mentions_person` ON `mentions` (`person_id`,`seen_at`,`made_at`);--> statement-breakpoint
CREATE TABLE `presences` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`story_id` text NOT NULL,
	`field` text DEFAULT '' NOT NULL,
	`opened_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `presences_story` ON `presences` (`story_id`,`seen_at`);--> statement-breakpoint
CREATE INDEX `presences_age` ON `presences` (`seen_at`);--> statement-breakpoint
CREATE TABLE `staff_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`answers_id` text,
	`revision_id` text NOT NULL,
	`quote` text DEFAULT '' NOT NULL,
	`quote_before` text DEFAULT '' NOT NULL,
	`quote_after` text DEFAULT '' NOT NULL,
	`text` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`resolved_at` integer,
	`resolved_by` text,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_comments_story` ON `staff_comments` (`story_id`,`made_at`);--> statement-breakpoint
ALTER TABLE `revisions` ADD `restored_from_id` text;