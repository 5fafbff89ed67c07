CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`section_id` text NOT NULL,
	`story_id` text,
	`person_id` text,
	`state` text NOT NULL,
	`due_at` integer,
	`version` integer NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`dropped_at` integer,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_board` ON `assignments` (`dropped_at`,`state`,`changed_at`);--> statement-breakpoint
CREATE INDEX `assignments_due` ON `assignments` (`due_at`);--> statement-breakpoint
CREATE INDEX `assignments_person` ON `assignments` (`person_id`,`due_at`);--> statement-breakpoint
CREATE INDEX `assignments_story` ON `assignments` (`story_id`);--> statement-breakpoint
CREATE TABLE `calendar_links` (
	`person_id` text PRIMARY KEY NOT NULL,
	`token_digest` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_links_token` ON `calendar_links` (`token_digest`);