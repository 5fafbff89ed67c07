CREATE TABLE "banners" (
	"id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"story_id" text,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"open_for" text
);
--> statement-breakpoint
CREATE TABLE "front_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"front_id" text NOT NULL,
	"number" integer NOT NULL,
	"pins" json NOT NULL,
	"stood" json NOT NULL,
	"restored" integer,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "banners_open" ON "banners" USING btree ("open_for");--> statement-breakpoint
CREATE INDEX "banners_made" ON "banners" USING btree ("made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "front_revisions_number" ON "front_revisions" USING btree ("front_id","number");