CREATE TABLE `banners` (
	`id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`story_id` text,
	`ends_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`open_for` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `banners_open` ON `banners` (`open_for`);--> statement-breakpoint
CREATE INDEX `banners_made` ON `banners` (`made_at`);--> statement-breakpoint
CREATE TABLE `front_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`front_id` text NOT NULL,
	`number` integer NOT NULL,
	`pins` text NOT NULL,
	`stood` text NOT NULL,
	`restored` integer,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `front_revisions_number` ON `front_revisions` (`front_id`,`number`);