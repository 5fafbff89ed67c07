CREATE TABLE `comment_counts` (
	`story_id` text PRIMARY KEY NOT NULL,
	`approved` integer NOT NULL,
	`threads` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `comment_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`verdict` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `comment_revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_decisions_comment` ON `comment_decisions` (`comment_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `comment_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`redacted_at` integer,
	`redaction_reason` text,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comment_revisions_number` ON `comment_revisions` (`comment_id`,`number`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`parent_id` text,
	`thread_id` text NOT NULL,
	`commenter_id` text,
	`person_id` text,
	`state` text NOT NULL,
	`shown_revision_id` text,
	`latest_revision_id` text NOT NULL,
	`token_digest` text NOT NULL,
	`created_at` integer NOT NULL,
	`sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comments_token` ON `comments` (`token_digest`);--> statement-breakpoint
CREATE INDEX `comments_story` ON `comments` (`story_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `comments_thread` ON `comments` (`thread_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `comments_queue` ON `comments` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `comments_commenter` ON `comments` (`commenter_id`);--> statement-breakpoint
CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_by` text,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `approvals_story` ON `approvals` (`story_id`,`revoked_at`);--> statement-breakpoint
CREATE TABLE `embargoes` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`until` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `embargoes_story` ON `embargoes` (`story_id`,`lifted_at`);--> statement-breakpoint
CREATE TABLE `holds` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`reason` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `holds_story` ON `holds` (`story_id`,`lifted_at`);--> statement-breakpoint
CREATE TABLE `schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`act` text NOT NULL,
	`at` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`done_at` integer,
	`cancelled_at` integer,
	`cancelled_by` text,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `schedules_due` ON `schedules` (`done_at`,`cancelled_at`,`at`);--> statement-breakpoint
CREATE INDEX `schedules_story` ON `schedules` (`story_id`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	`outcome` text,
	`answer` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submissions_story` ON `submissions` (`story_id`,`closed_at`);--> statement-breakpoint
CREATE TABLE `authors` (
	`id` text PRIMARY KEY NOT NULL,
	`handle` text NOT NULL,
	`name` text NOT NULL,
	`bio` text DEFAULT '' NOT NULL,
	`person_id` text,
	`sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `authors_handle` ON `authors` (`handle`);--> statement-breakpoint
CREATE INDEX `authors_person` ON `authors` (`person_id`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`section_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_person` ON `grants` (`person_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text,
	`sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`deactivated_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `staff_links` (
	`token_digest` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `live` (
	`story_id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`section_id` text NOT NULL,
	`path` text NOT NULL,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`translation_group_id` text NOT NULL,
	`headline` text NOT NULL,
	`standfirst` text NOT NULL,
	`kicker` text NOT NULL,
	`byline` text NOT NULL,
	`picture` text,
	`first_published_at` integer NOT NULL,
	`updated_at` integer
);
--> statement-breakpoint
CREATE INDEX `live_newest` ON `live` (`first_published_at`,`story_id`);--> statement-breakpoint
CREATE INDEX `live_section` ON `live` (`section_id`,`first_published_at`,`story_id`);--> statement-breakpoint
CREATE INDEX `live_group` ON `live` (`translation_group_id`);--> statement-breakpoint
CREATE TABLE `live_counts` (
	`kind` text NOT NULL,
	`list_id` text NOT NULL,
	`stories` integer NOT NULL,
	PRIMARY KEY(`kind`, `list_id`)
);
--> statement-breakpoint
CREATE TABLE `live_lists` (
	`kind` text NOT NULL,
	`list_id` text NOT NULL,
	`story_id` text NOT NULL,
	`position` integer NOT NULL,
	`first_published_at` integer NOT NULL,
	PRIMARY KEY(`story_id`, `kind`, `list_id`)
);
--> statement-breakpoint
CREATE INDEX `live_lists_newest` ON `live_lists` (`kind`,`list_id`,`first_published_at`,`story_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`position` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`act` text NOT NULL,
	`noun` text NOT NULL,
	`thing_id` text NOT NULL,
	`payload` text,
	`salt` blob NOT NULL,
	`payload_digest` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_thing` ON `audit` (`noun`,`thing_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`done_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`done_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `paths` (
	`path` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`noun` text NOT NULL,
	`thing_id` text NOT NULL,
	`target` text,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `paths_thing` ON `paths` (`noun`,`thing_id`);--> statement-breakpoint
CREATE INDEX `paths_target` ON `paths` (`target`);--> statement-breakpoint
CREATE TABLE `pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`byte_length` integer NOT NULL,
	`placeholder` text NOT NULL,
	`alt` text DEFAULT '' NOT NULL,
	`caption` text DEFAULT '' NOT NULL,
	`credit` text DEFAULT '' NOT NULL,
	`focal_x` real DEFAULT 0.5 NOT NULL,
	`focal_y` real DEFAULT 0.5 NOT NULL,
	`sample` integer DEFAULT false NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`redacted_at` integer,
	`redaction_reason` text
);
--> statement-breakpoint
CREATE INDEX `pictures_created` ON `pictures` (`created_at`);--> statement-breakpoint
CREATE INDEX `pictures_digest` ON `pictures` (`digest`);--> statement-breakpoint
CREATE TABLE `sections` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	`sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sections_slug` ON `sections` (`slug`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `term_aliases` (
	`id` text PRIMARY KEY NOT NULL,
	`term_id` text NOT NULL,
	`kind` text NOT NULL,
	`folded` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `term_aliases_folded` ON `term_aliases` (`kind`,`folded`);--> statement-breakpoint
CREATE INDEX `term_aliases_term` ON `term_aliases` (`term_id`);--> statement-breakpoint
CREATE TABLE `terms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`merged_into_id` text,
	`sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_slug` ON `terms` (`kind`,`slug`);--> statement-breakpoint
CREATE TABLE `autosaves` (
	`story_id` text NOT NULL,
	`person_id` text NOT NULL,
	`based_on_id` text NOT NULL,
	`content` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`story_id`, `person_id`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `bylines` (
	`revision_id` text NOT NULL,
	`position` integer NOT NULL,
	`author_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`revision_id`, `position`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bylines_author` ON `bylines` (`author_id`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`started_by` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`ended_as` text,
	`reason` text DEFAULT '' NOT NULL,
	`open_for` text,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `publications_story` ON `publications` (`story_id`,`started_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `publications_open` ON `publications` (`open_for`);--> statement-breakpoint
CREATE TABLE `revision_terms` (
	`revision_id` text NOT NULL,
	`term_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`revision_id`, `term_id`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revision_terms_term` ON `revision_terms` (`term_id`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`number` integer NOT NULL,
	`based_on_id` text,
	`headline` text NOT NULL,
	`short_headline` text DEFAULT '' NOT NULL,
	`search_title` text DEFAULT '' NOT NULL,
	`search_description` text DEFAULT '' NOT NULL,
	`standfirst` text DEFAULT '' NOT NULL,
	`dateline_place` text DEFAULT '' NOT NULL,
	`dateline_date` text,
	`body` text NOT NULL,
	`body_version` integer NOT NULL,
	`words` integer NOT NULL,
	`picture_id` text,
	`picture_alt` text DEFAULT '' NOT NULL,
	`picture_caption` text DEFAULT '' NOT NULL,
	`picture_credit` text DEFAULT '' NOT NULL,
	`source_line` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`name` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`redacted_at` integer,
	`redaction_reason` text,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`story_id`,`number`);--> statement-breakpoint
CREATE TABLE `stories` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`section_id` text NOT NULL,
	`slug` text NOT NULL,
	`language` text NOT NULL,
	`translation_group_id` text NOT NULL,
	`version` integer NOT NULL,
	`comments_open` integer NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`first_published_at` integer,
	`updated_at` integer,
	`source_system` text,
	`source_id` text,
	`source_file` text,
	`sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stories_address` ON `stories` (`section_id`,`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `stories_source` ON `stories` (`source_system`,`source_id`);--> statement-breakpoint
CREATE INDEX `stories_changed` ON `stories` (`changed_at`);--> statement-breakpoint
CREATE INDEX `stories_group` ON `stories` (`translation_group_id`);--> statement-breakpoint
CREATE INDEX `stories_creator` ON `stories` (`created_by`,`changed_at`);