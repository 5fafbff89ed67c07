CREATE TABLE `key_rotations` (
	`id` text PRIMARY KEY NOT NULL,
	`index_key_version` integer NOT NULL,
	`seal_key_version` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`identity_id` text,
	`sealed` blob,
	`seal_key_version` integer,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`until` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `letters_identity` ON `letters` (`identity_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_identities` (
	`id` text PRIMARY KEY NOT NULL,
	`blind_index` text NOT NULL,
	`index_key_version` integer NOT NULL,
	`sealed` blob,
	`seal_key_version` integer NOT NULL,
	`under_person_key` integer DEFAULT false NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_identities`("id", "blind_index", "index_key_version", "sealed", "seal_key_version", "under_person_key", "seen_at") SELECT "id", "blind_index", "index_key_version", "sealed", "seal_key_version", false, "seen_at" FROM `identities`;--> statement-breakpoint
DROP TABLE `identities`;--> statement-breakpoint
ALTER TABLE `__new_identities` RENAME TO `identities`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `identities_blind` ON `identities` (`index_key_version`,`blind_index`);