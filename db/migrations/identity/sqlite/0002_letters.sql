CREATE TABLE `consents` (
	`identity_id` text PRIMARY KEY NOT NULL,
	`confirmed_at` integer,
	`ended_at` integer,
	`refused_at` integer
);
--> statement-breakpoint
CREATE TABLE `letter_links` (
	`token_digest` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`identity_id` text NOT NULL,
	`letter_id` text,
	`created_at` integer NOT NULL,
	`until` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `letter_links_identity` ON `letter_links` (`identity_id`);--> statement-breakpoint
CREATE INDEX `letter_links_until` ON `letter_links` (`until`);