CREATE TABLE "preview_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"link_id" text NOT NULL,
	"story_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "preview_links" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"digest" text NOT NULL,
	"person" text NOT NULL,
	"may_answer" boolean NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" text
);
--> statement-breakpoint
ALTER TABLE "preview_answers" ADD CONSTRAINT "preview_answers_link_id_preview_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."preview_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_answers" ADD CONSTRAINT "preview_answers_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_answers" ADD CONSTRAINT "preview_answers_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "preview_answers_link" ON "preview_answers" USING btree ("link_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "preview_links_digest" ON "preview_links" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "preview_links_story" ON "preview_links" USING btree ("story_id","made_at");