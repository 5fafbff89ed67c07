CREATE TABLE "autosaves" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"story_id" text,
	"based_on_id" text DEFAULT '' NOT NULL,
	"content" text NOT NULL,
	"sequence" integer NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"comment_id" text NOT NULL,
	"person_id" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "mentions_comment_id_person_id_pk" PRIMARY KEY("comment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"story_id" text NOT NULL,
	"field" text DEFAULT '' NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"answers_id" text,
	"revision_id" text NOT NULL,
	"quote" text DEFAULT '' NOT NULL,
	"quote_before" text DEFAULT '' NOT NULL,
	"quote_after" text DEFAULT '' NOT NULL,
	"text" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" text
);
--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "restored_from_id" text;--> statement-breakpoint
ALTER TABLE "autosaves" ADD CONSTRAINT "autosaves_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_comment_id_staff_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."staff_comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_comments" ADD CONSTRAINT "staff_comments_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_comments" ADD CONSTRAINT "staff_comments_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "autosaves_owner" ON "autosaves" USING btree ("person_id","story_id");--> statement-breakpoint
CREATE INDEX "autosaves_story" ON "autosaves" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "autosaves_age" ON "autosaves" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "mentions_person" ON "mentions" USING btree ("person_id","seen_at","made_at");--> statement-breakpoint
CREATE INDEX "presences_story" ON "presences" USING btree ("story_id","seen_at");--> statement-breakpoint
CREATE INDEX "presences_age" ON "presences" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "staff_comments_story" ON "staff_comments" USING btree ("story_id","made_at");