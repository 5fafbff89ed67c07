PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text,
	`picture_id` text,
	`comment_id` text,
	`revision_id` text,
	`reason` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	`lift_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_holds`("id", "story_id", "revision_id", "reason", "made_by", "made_at", "lifted_at", "lifted_by") SELECT "id", "story_id", "revision_id", "reason", "made_by", "made_at", "lifted_at", "lifted_by" FROM `holds`;--> statement-breakpoint
DROP TABLE `holds`;--> statement-breakpoint
ALTER TABLE `__new_holds` RENAME TO `holds`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `holds_story` ON `holds` (`story_id`,`lifted_at`);--> statement-breakpoint
CREATE INDEX `holds_picture` ON `holds` (`picture_id`,`lifted_at`);--> statement-breakpoint
CREATE INDEX `holds_comment` ON `holds` (`comment_id`,`lifted_at`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor`,`position`);--> statement-breakpoint
CREATE INDEX `audit_act` ON `audit` (`act`,`position`);--> statement-breakpoint
CREATE INDEX `audit_noun` ON `audit` (`noun`,`position`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);