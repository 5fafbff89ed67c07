CREATE TABLE `appearances` (
	`commenter_id` text PRIMARY KEY NOT NULL,
	`identity_id` text NOT NULL,
	`story_id` text NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`identity_id`) REFERENCES `identities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appearances_once` ON `appearances` (`identity_id`,`story_id`);--> statement-breakpoint
CREATE INDEX `appearances_seen` ON `appearances` (`seen_at`);--> statement-breakpoint
CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`blind_index` text NOT NULL,
	`index_key_version` integer NOT NULL,
	`sealed` blob NOT NULL,
	`seal_key_version` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_blind` ON `identities` (`index_key_version`,`blind_index`);