CREATE TABLE "story_search" (
  "story_id" text PRIMARY KEY,
  "document" tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX "story_search_document" ON "story_search" USING gin ("document");
