CREATE TABLE `comment_recommendations` (
	`comment_id` text NOT NULL,
	`browser` text NOT NULL,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `browser`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `comment_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`browser` text NOT NULL,
	`made_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comment_reports_browser` ON `comment_reports` (`comment_id`,`browser`);--> statement-breakpoint
CREATE INDEX `comment_reports_open` ON `comment_reports` (`settled_at`,`made_at`);--> statement-breakpoint
CREATE TABLE `comment_threads` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`began_at` integer NOT NULL,
	`shown` integer NOT NULL,
	`recommended` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_threads_began` ON `comment_threads` (`story_id`,`began_at`,`id`);--> statement-breakpoint
CREATE INDEX `comment_threads_recommended` ON `comment_threads` (`story_id`,`recommended`,`began_at`,`id`);--> statement-breakpoint
CREATE TABLE `shared_names` (
	`id` text PRIMARY KEY NOT NULL,
	`token_digest` text NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shared_names_token` ON `shared_names` (`token_digest`);--> statement-breakpoint
ALTER TABLE `comments` ADD `shared_name_id` text;--> statement-breakpoint
ALTER TABLE `comments` ADD `recommended` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `picked_at` integer;--> statement-breakpoint
INSERT INTO "comment_threads" ("id", "story_id", "began_at", "shown")
SELECT c."thread_id", c."story_id", f."created_at", count(*) FROM "comments" c JOIN "comments" f ON f."id" = c."thread_id"
WHERE c."shown_revision_id" IS NOT NULL GROUP BY c."thread_id", c."story_id", f."created_at";
