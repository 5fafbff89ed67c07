CREATE TABLE `spam_lessons` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`kind` text NOT NULL,
	`learned_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `spam_places` (
	`place` integer PRIMARY KEY NOT NULL,
	`spam` integer NOT NULL,
	`ham` integer NOT NULL,
	`lesson` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `spam_places_lesson` ON `spam_places` (`lesson`);--> statement-breakpoint
CREATE TABLE `spam_totals` (
	`id` text PRIMARY KEY NOT NULL,
	`spam` integer NOT NULL,
	`ham` integer NOT NULL,
	`lessons` integer NOT NULL
);
