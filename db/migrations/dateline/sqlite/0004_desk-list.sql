CREATE TABLE `desk_list` (
	`story_id` text PRIMARY KEY NOT NULL,
	`section_id` text NOT NULL,
	`state` text NOT NULL,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`head_id` text NOT NULL,
	`created_by` text,
	`changed_at` integer NOT NULL,
	`published_at` integer,
	`due_at` integer,
	`found` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `desk_list_changed` ON `desk_list` (`changed_at`,`story_id`);--> statement-breakpoint
CREATE INDEX `desk_list_published` ON `desk_list` (`published_at`,`story_id`);--> statement-breakpoint
CREATE INDEX `desk_list_due` ON `desk_list` (`due_at`,`story_id`);--> statement-breakpoint
CREATE INDEX `desk_list_state` ON `desk_list` (`state`,`changed_at`,`story_id`);--> statement-breakpoint
CREATE INDEX `desk_list_section` ON `desk_list` (`section_id`,`changed_at`,`story_id`);--> statement-breakpoint
CREATE INDEX `desk_list_creator` ON `desk_list` (`created_by`,`changed_at`);--> statement-breakpoint
CREATE INDEX `desk_list_head` ON `desk_list` (`head_id`);