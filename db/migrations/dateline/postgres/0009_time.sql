CREATE TABLE "corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"kind" text NOT NULL,
	"severity" text NOT NULL,
	"text" text NOT NULL,
	"headline" text DEFAULT '' NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"shown_at" timestamp (3) with time zone,
	"taken_back_at" timestamp (3) with time zone,
	"taken_back_by" text,
	"taken_back_why" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_reasons" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"code" text NOT NULL,
	"subject" text NOT NULL,
	"reason" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "stories_address";--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "revision_terms" ADD COLUMN "spelled" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_reasons" ADD CONSTRAINT "check_reasons_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_reasons" ADD CONSTRAINT "check_reasons_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_story" ON "corrections" USING btree ("story_id","shown_at");--> statement-breakpoint
CREATE INDEX "corrections_newest" ON "corrections" USING btree ("shown_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "check_reasons_about" ON "check_reasons" USING btree ("story_id","code","subject");