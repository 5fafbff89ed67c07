CREATE TABLE "comment_appeals" (
	"comment_id" text PRIMARY KEY NOT NULL,
	"revision_id" text NOT NULL,
	"section_id" text NOT NULL,
	"text" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"against" text NOT NULL,
	"answer" text,
	"words" text DEFAULT '' NOT NULL,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "comment_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL,
	"text" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_bans" (
	"id" text PRIMARY KEY NOT NULL,
	"commenter_id" text NOT NULL,
	"comment_id" text NOT NULL,
	"scope" text NOT NULL,
	"thread_id" text NOT NULL,
	"rule" text NOT NULL,
	"reason" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	"lifted_by" text,
	"lifted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "comment_closed_threads" (
	"thread_id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"closed_by" text NOT NULL,
	"closed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_policies" (
	"scope" text PRIMARY KEY NOT NULL,
	"value" json NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_words" (
	"comment_id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"folded" text NOT NULL,
	"digest" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_screenings" (
	"revision_id" text NOT NULL,
	"position" integer NOT NULL,
	"comment_id" text NOT NULL,
	"phase" text NOT NULL,
	"outcome" text NOT NULL,
	"rule" text NOT NULL,
	"why" text NOT NULL,
	"spans" json NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "comment_screenings_revision_id_position_pk" PRIMARY KEY("revision_id","position")
);
--> statement-breakpoint
DROP INDEX "comments_queue";--> statement-breakpoint
ALTER TABLE "comment_decisions" ADD COLUMN "rule" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "section_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "lane" text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
CREATE INDEX "comment_appeals_open" ON "comment_appeals" USING btree ("answer","made_at");--> statement-breakpoint
CREATE INDEX "comment_notes_comment" ON "comment_notes" USING btree ("comment_id","made_at");--> statement-breakpoint
CREATE INDEX "comment_bans_commenter" ON "comment_bans" USING btree ("commenter_id");--> statement-breakpoint
CREATE INDEX "comment_words_digest" ON "comment_words" USING btree ("digest","created_at");--> statement-breakpoint
CREATE INDEX "comment_screenings_comment" ON "comment_screenings" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "comment_screenings_made" ON "comment_screenings" USING btree ("made_at","phase","outcome");--> statement-breakpoint
CREATE INDEX "comment_decisions_made" ON "comment_decisions" USING btree ("made_at","rule","verdict");--> statement-breakpoint
CREATE INDEX "comments_all" ON "comments" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "comments_pile" ON "comments" USING btree ("state","lane","created_at","id");--> statement-breakpoint
CREATE INDEX "comments_section_all" ON "comments" USING btree ("section_id","created_at","id");--> statement-breakpoint
CREATE INDEX "comments_section_queue" ON "comments" USING btree ("section_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "comments_section_pile" ON "comments" USING btree ("section_id","state","lane","created_at","id");--> statement-breakpoint
CREATE INDEX "comments_queue" ON "comments" USING btree ("state","created_at","id");