CREATE TABLE "comment_recommendations" (
	"comment_id" text NOT NULL,
	"browser" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "comment_recommendations_comment_id_browser_pk" PRIMARY KEY("comment_id","browser")
);
--> statement-breakpoint
CREATE TABLE "comment_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"browser" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "comment_threads" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"began_at" timestamp (3) with time zone NOT NULL,
	"shown" integer NOT NULL,
	"recommended" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shared_names" (
	"id" text PRIMARY KEY NOT NULL,
	"token_digest" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "shared_name_id" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "recommended" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "picked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comment_recommendations" ADD CONSTRAINT "comment_recommendations_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "comment_reports_browser" ON "comment_reports" USING btree ("comment_id","browser");--> statement-breakpoint
CREATE INDEX "comment_reports_open" ON "comment_reports" USING btree ("settled_at","made_at");--> statement-breakpoint
CREATE INDEX "comment_threads_began" ON "comment_threads" USING btree ("story_id","began_at","id");--> statement-breakpoint
CREATE INDEX "comment_threads_recommended" ON "comment_threads" USING btree ("story_id","recommended","began_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "shared_names_token" ON "shared_names" USING btree ("token_digest");--> statement-breakpoint
INSERT INTO "comment_threads" ("id", "story_id", "began_at", "shown")
SELECT c."thread_id", c."story_id", f."created_at", count(*) FROM "comments" c JOIN "comments" f ON f."id" = c."thread_id"
WHERE c."shown_revision_id" IS NOT NULL GROUP BY c."thread_id", c."story_id", f."created_at";
