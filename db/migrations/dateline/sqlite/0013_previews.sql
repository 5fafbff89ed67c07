CREATE TABLE `preview_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`link_id` text NOT NULL,
	`story_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`link_id`) REFERENCES `preview_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `preview_answers_link` ON `preview_answers` (`link_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `preview_links` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`digest` text NOT NULL,
	`person` text NOT NULL,
	`may_answer` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_by` text,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `preview_links_digest` ON `preview_links` (`digest`);--> statement-breakpoint
CREATE INDEX `preview_links_story` ON `preview_links` (`story_id`,`made_at`);