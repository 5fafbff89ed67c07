DROP INDEX "comments_queue";--> statement-breakpoint
CREATE INDEX "comments_queue" ON "comments" USING btree ("state","created_at","id","story_id");