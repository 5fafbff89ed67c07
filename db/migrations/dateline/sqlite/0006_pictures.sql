CREATE TABLE `picture_uses` (
	`revision_id` text NOT NULL,
	`picture_id` text NOT NULL,
	PRIMARY KEY(`revision_id`, `picture_id`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `picture_uses_picture` ON `picture_uses` (`picture_id`);--> statement-breakpoint
ALTER TABLE `pictures` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `frames` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `alpha` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `fingerprint` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `creator` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `copyright` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `spot` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `city` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `region` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `country` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `taken` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `digital_source` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `usage_terms` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `instructions` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pictures` ADD `rights_until` integer;--> statement-breakpoint
ALTER TABLE `pictures` ADD `rights_ended_at` integer;--> statement-breakpoint
CREATE INDEX `pictures_rights` ON `pictures` (`rights_until`);--> statement-breakpoint
INSERT OR IGNORE INTO `picture_uses` (`revision_id`, `picture_id`) SELECT `id`, `picture_id` FROM `revisions` WHERE `picture_id` IS NOT NULL;--> statement-breakpoint
INSERT OR IGNORE INTO `picture_uses` (`revision_id`, `picture_id`) SELECT r.`id`, node.`value` FROM `revisions` r, json_tree(r.`body`) node WHERE node.`key` = 'pictureId' AND node.`type` = 'text';
