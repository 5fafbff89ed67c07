CREATE TABLE `erasures` (
	`identity_id` text PRIMARY KEY NOT NULL,
	`erased_at` integer NOT NULL,
	`commenter_ids` text NOT NULL,
	`texts` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person_keys` (
	`identity_id` text PRIMARY KEY NOT NULL,
	`key` blob NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_keys_seen` ON `person_keys` (`seen_at`);