CREATE TABLE "comment_counts" (
	"story_id" text PRIMARY KEY NOT NULL,
	"approved" integer NOT NULL,
	"threads" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"redacted_at" timestamp (3) with time zone,
	"redaction_reason" text
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"parent_id" text,
	"thread_id" text NOT NULL,
	"commenter_id" text,
	"person_id" text,
	"state" text NOT NULL,
	"shown_revision_id" text,
	"latest_revision_id" text NOT NULL,
	"token_digest" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sample" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" text
);
--> statement-breakpoint
CREATE TABLE "embargoes" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" text
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"reason" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" text
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"act" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_by" text
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"outcome" text,
	"answer" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authors" (
	"id" text PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"person_id" text,
	"sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"section_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deactivated_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_links" (
	"token_digest" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "live" (
	"story_id" text PRIMARY KEY NOT NULL,
	"revision_id" text NOT NULL,
	"section_id" text NOT NULL,
	"path" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"translation_group_id" text NOT NULL,
	"headline" text NOT NULL,
	"standfirst" text NOT NULL,
	"kicker" text NOT NULL,
	"byline" text NOT NULL,
	"picture" json,
	"first_published_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "live_counts" (
	"kind" text NOT NULL,
	"list_id" text NOT NULL,
	"stories" integer NOT NULL,
	CONSTRAINT "live_counts_kind_list_id_pk" PRIMARY KEY("kind","list_id")
);
--> statement-breakpoint
CREATE TABLE "live_lists" (
	"kind" text NOT NULL,
	"list_id" text NOT NULL,
	"story_id" text NOT NULL,
	"position" integer NOT NULL,
	"first_published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "live_lists_story_id_kind_list_id_pk" PRIMARY KEY("story_id","kind","list_id")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"position" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"act" text NOT NULL,
	"noun" text NOT NULL,
	"thing_id" text NOT NULL,
	"payload" text,
	"salt" "bytea" NOT NULL,
	"payload_digest" text NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "paths" (
	"path" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"noun" text NOT NULL,
	"thing_id" text NOT NULL,
	"target" text,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" text PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"byte_length" integer NOT NULL,
	"placeholder" text NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"caption" text DEFAULT '' NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"focal_x" double precision DEFAULT 0.5 NOT NULL,
	"focal_y" double precision DEFAULT 0.5 NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"redacted_at" timestamp (3) with time zone,
	"redaction_reason" text
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "term_aliases" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"kind" text NOT NULL,
	"folded" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"merged_into_id" text,
	"sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "autosaves" (
	"story_id" text NOT NULL,
	"person_id" text NOT NULL,
	"based_on_id" text NOT NULL,
	"content" json NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "autosaves_story_id_person_id_pk" PRIMARY KEY("story_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "bylines" (
	"revision_id" text NOT NULL,
	"position" integer NOT NULL,
	"author_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "bylines_revision_id_position_pk" PRIMARY KEY("revision_id","position")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"started_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"ended_as" text,
	"reason" text DEFAULT '' NOT NULL,
	"open_for" text
);
--> statement-breakpoint
CREATE TABLE "revision_terms" (
	"revision_id" text NOT NULL,
	"term_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "revision_terms_revision_id_term_id_pk" PRIMARY KEY("revision_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"number" integer NOT NULL,
	"based_on_id" text,
	"headline" text NOT NULL,
	"short_headline" text DEFAULT '' NOT NULL,
	"search_title" text DEFAULT '' NOT NULL,
	"search_description" text DEFAULT '' NOT NULL,
	"standfirst" text DEFAULT '' NOT NULL,
	"dateline_place" text DEFAULT '' NOT NULL,
	"dateline_date" text,
	"body" json NOT NULL,
	"body_version" integer NOT NULL,
	"words" integer NOT NULL,
	"picture_id" text,
	"picture_alt" text DEFAULT '' NOT NULL,
	"picture_caption" text DEFAULT '' NOT NULL,
	"picture_credit" text DEFAULT '' NOT NULL,
	"source_line" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"name" text,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"redacted_at" timestamp (3) with time zone,
	"redaction_reason" text
);
--> statement-breakpoint
CREATE TABLE "stories" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"section_id" text NOT NULL,
	"slug" text NOT NULL,
	"language" text NOT NULL,
	"translation_group_id" text NOT NULL,
	"version" integer NOT NULL,
	"comments_open" boolean NOT NULL,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"first_published_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone,
	"source_system" text,
	"source_id" text,
	"source_file" text,
	"sample" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comment_decisions" ADD CONSTRAINT "comment_decisions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_decisions" ADD CONSTRAINT "comment_decisions_revision_id_comment_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."comment_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_revisions" ADD CONSTRAINT "comment_revisions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embargoes" ADD CONSTRAINT "embargoes_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embargoes" ADD CONSTRAINT "embargoes_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authors" ADD CONSTRAINT "authors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_aliases" ADD CONSTRAINT "term_aliases_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "autosaves" ADD CONSTRAINT "autosaves_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bylines" ADD CONSTRAINT "bylines_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bylines" ADD CONSTRAINT "bylines_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_terms" ADD CONSTRAINT "revision_terms_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_terms" ADD CONSTRAINT "revision_terms_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_decisions_comment" ON "comment_decisions" USING btree ("comment_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_revisions_number" ON "comment_revisions" USING btree ("comment_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_token" ON "comments" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "comments_story" ON "comments" USING btree ("story_id","state","created_at");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_queue" ON "comments" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "comments_commenter" ON "comments" USING btree ("commenter_id");--> statement-breakpoint
CREATE INDEX "approvals_story" ON "approvals" USING btree ("story_id","revoked_at");--> statement-breakpoint
CREATE INDEX "embargoes_story" ON "embargoes" USING btree ("story_id","lifted_at");--> statement-breakpoint
CREATE INDEX "holds_story" ON "holds" USING btree ("story_id","lifted_at");--> statement-breakpoint
CREATE INDEX "schedules_due" ON "schedules" USING btree ("done_at","cancelled_at","at");--> statement-breakpoint
CREATE INDEX "schedules_story" ON "schedules" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "submissions_story" ON "submissions" USING btree ("story_id","closed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "authors_handle" ON "authors" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "authors_person" ON "authors" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "grants_person" ON "grants" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "live_newest" ON "live" USING btree ("first_published_at","story_id");--> statement-breakpoint
CREATE INDEX "live_section" ON "live" USING btree ("section_id","first_published_at","story_id");--> statement-breakpoint
CREATE INDEX "live_group" ON "live" USING btree ("translation_group_id");--> statement-breakpoint
CREATE INDEX "live_lists_newest" ON "live_lists" USING btree ("kind","list_id","first_published_at","story_id");--> statement-breakpoint
CREATE INDEX "audit_thing" ON "audit" USING btree ("noun","thing_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("done_at","due_at");--> statement-breakpoint
CREATE INDEX "paths_thing" ON "paths" USING btree ("noun","thing_id");--> statement-breakpoint
CREATE INDEX "paths_target" ON "paths" USING btree ("target");--> statement-breakpoint
CREATE INDEX "pictures_created" ON "pictures" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "pictures_digest" ON "pictures" USING btree ("digest");--> statement-breakpoint
CREATE UNIQUE INDEX "sections_slug" ON "sections" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "term_aliases_folded" ON "term_aliases" USING btree ("kind","folded");--> statement-breakpoint
CREATE INDEX "term_aliases_term" ON "term_aliases" USING btree ("term_id");--> statement-breakpoint
CREATE UNIQUE INDEX "terms_slug" ON "terms" USING btree ("kind","slug");--> statement-breakpoint
CREATE INDEX "bylines_author" ON "bylines" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "publications_story" ON "publications" USING btree ("story_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_open" ON "publications" USING btree ("open_for");--> statement-breakpoint
CREATE INDEX "revision_terms_term" ON "revision_terms" USING btree ("term_id");--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_number" ON "revisions" USING btree ("story_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "stories_address" ON "stories" USING btree ("section_id","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "stories_source" ON "stories" USING btree ("source_system","source_id");--> statement-breakpoint
CREATE INDEX "stories_changed" ON "stories" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "stories_group" ON "stories" USING btree ("translation_group_id");--> statement-breakpoint
CREATE INDEX "stories_creator" ON "stories" USING btree ("created_by","changed_at");