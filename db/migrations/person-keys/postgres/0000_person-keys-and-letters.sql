CREATE SCHEMA "person_keys";
--> statement-breakpoint
CREATE TABLE "person_keys"."erasures" (
	"identity_id" text PRIMARY KEY NOT NULL,
	"erased_at" timestamp (3) with time zone NOT NULL,
	"commenter_ids" json NOT NULL,
	"texts" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_keys"."person_keys" (
	"identity_id" text PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "person_keys_seen" ON "person_keys"."person_keys" USING btree ("seen_at");