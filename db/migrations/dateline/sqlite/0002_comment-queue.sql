DROP INDEX `comments_queue`;--> statement-breakpoint
CREATE INDEX `comments_queue` ON `comments` (`state`,`created_at`,`id`,`story_id`);