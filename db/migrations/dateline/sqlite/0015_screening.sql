CREATE TABLE `comment_appeals` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`section_id` text NOT NULL,
	`text` text NOT NULL,
	`made_at` integer NOT NULL,
	`against` text NOT NULL,
	`answer` text,
	`words` text DEFAULT '' NOT NULL,
	`answered_by` text,
	`answered_at` integer
);
--> statement-breakpoint
CREATE INDEX `comment_appeals_open` ON `comment_appeals` (`answer`,`made_at`);--> statement-breakpoint
CREATE TABLE `comment_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`text` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `comment_notes_comment` ON `comment_notes` (`comment_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `comment_bans` (
	`id` text PRIMARY KEY NOT NULL,
	`commenter_id` text NOT NULL,
	`comment_id` text NOT NULL,
	`scope` text NOT NULL,
	`thread_id` text NOT NULL,
	`rule` text NOT NULL,
	`reason` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`until` integer,
	`lifted_by` text,
	`lifted_at` integer
);
--> statement-breakpoint
CREATE INDEX `comment_bans_commenter` ON `comment_bans` (`commenter_id`);--> statement-breakpoint
CREATE TABLE `comment_closed_threads` (
	`thread_id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`closed_by` text NOT NULL,
	`closed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `comment_policies` (
	`scope` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `comment_words` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`folded` text NOT NULL,
	`digest` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `comment_words_digest` ON `comment_words` (`digest`,`created_at`);--> statement-breakpoint
CREATE TABLE `comment_screenings` (
	`revision_id` text NOT NULL,
	`position` integer NOT NULL,
	`comment_id` text NOT NULL,
	`phase` text NOT NULL,
	`outcome` text NOT NULL,
	`rule` text NOT NULL,
	`why` text NOT NULL,
	`spans` text NOT NULL,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`revision_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `comment_screenings_comment` ON `comment_screenings` (`comment_id`);--> statement-breakpoint
CREATE INDEX `comment_screenings_made` ON `comment_screenings` (`made_at`,`phase`,`outcome`);--> statement-breakpoint
DROP INDEX `comments_queue`;--> statement-breakpoint
ALTER TABLE `comments` ADD `section_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `lane` text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
CREATE INDEX `comments_all` ON `comments` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_pile` ON `comments` (`state`,`lane`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_section_all` ON `comments` (`section_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_section_queue` ON `comments` (`section_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_section_pile` ON `comments` (`section_id`,`state`,`lane`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_queue` ON `comments` (`state`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `comment_decisions` ADD `rule` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `comment_decisions_made` ON `comment_decisions` (`made_at`,`rule`,`verdict`);