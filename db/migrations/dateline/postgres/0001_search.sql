CREATE TABLE "story_search" (
  "story_id" text PRIMARY KEY,
  "headline" tsvector NOT NULL,
  "about" tsvector NOT NULL,
  "everything" tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX "story_search_headline" ON "story_search" USING gin ("headline") WITH (gin_pending_list_limit = 256);
--> statement-breakpoint
CREATE INDEX "story_search_about" ON "story_search" USING gin ("about") WITH (gin_pending_list_limit = 256);
--> statement-breakpoint
CREATE INDEX "story_search_everything" ON "story_search" USING gin ("everything") WITH (gin_pending_list_limit = 512);
