CREATE TABLE "desk_list" (
	"story_id" text PRIMARY KEY NOT NULL,
	"section_id" text NOT NULL,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"head_id" text NOT NULL,
	"created_by" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"found" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "desk_list_changed" ON "desk_list" USING btree ("changed_at","story_id");--> statement-breakpoint
CREATE INDEX "desk_list_published" ON "desk_list" USING btree ("published_at","story_id");--> statement-breakpoint
CREATE INDEX "desk_list_due" ON "desk_list" USING btree ("due_at","story_id");--> statement-breakpoint
CREATE INDEX "desk_list_state" ON "desk_list" USING btree ("state","changed_at","story_id");--> statement-breakpoint
CREATE INDEX "desk_list_section" ON "desk_list" USING btree ("section_id","changed_at","story_id");--> statement-breakpoint
CREATE INDEX "desk_list_creator" ON "desk_list" USING btree ("created_by","changed_at");--> statement-breakpoint
CREATE INDEX "desk_list_head" ON "desk_list" USING btree ("head_id");