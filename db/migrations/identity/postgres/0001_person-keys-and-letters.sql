CREATE TABLE "identity"."key_rotations" (
	"id" text PRIMARY KEY NOT NULL,
	"index_key_version" integer NOT NULL,
	"seal_key_version" integer NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."letters" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"identity_id" text,
	"sealed" "bytea",
	"seal_key_version" integer,
	"payload" json NOT NULL,
	"state" text NOT NULL,
	"tries" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "identity"."identities" ALTER COLUMN "sealed" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."identities" ADD COLUMN "under_person_key" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "letters_due" ON "identity"."letters" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "letters_identity" ON "identity"."letters" USING btree ("identity_id");