CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE TABLE "identity"."appearances" (
	"commenter_id" text PRIMARY KEY NOT NULL,
	"identity_id" text NOT NULL,
	"story_id" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."identities" (
	"id" text PRIMARY KEY NOT NULL,
	"blind_index" text NOT NULL,
	"index_key_version" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"seal_key_version" integer NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "identity"."appearances" ADD CONSTRAINT "appearances_identity_id_identities_id_fk" FOREIGN KEY ("identity_id") REFERENCES "identity"."identities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appearances_once" ON "identity"."appearances" USING btree ("identity_id","story_id");--> statement-breakpoint
CREATE INDEX "appearances_seen" ON "identity"."appearances" USING btree ("seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "identities_blind" ON "identity"."identities" USING btree ("index_key_version","blind_index");