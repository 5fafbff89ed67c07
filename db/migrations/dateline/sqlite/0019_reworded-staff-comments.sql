ALTER TABLE `staff_comments` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `staff_comments` ADD `deleted_at` integer;