CREATE TABLE `comment_wishes` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `disclosures` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`verdict` text,
	`decided_by` text,
	`decided_at` integer
);
--> statement-breakpoint
CREATE INDEX `disclosures_comment` ON `disclosures` (`comment_id`,`verdict`);--> statement-breakpoint
CREATE INDEX `disclosures_asked` ON `disclosures` (`asked_at`);