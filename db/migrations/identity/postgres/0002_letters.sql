CREATE TABLE "identity"."consents" (
	"identity_id" text PRIMARY KEY NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"refused_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."letter_links" (
	"token_digest" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"identity_id" text NOT NULL,
	"letter_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "letter_links_identity" ON "identity"."letter_links" USING btree ("identity_id");--> statement-breakpoint
CREATE INDEX "letter_links_until" ON "identity"."letter_links" USING btree ("until");