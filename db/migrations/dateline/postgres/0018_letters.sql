CREATE TABLE "comment_wishes" (
	"comment_id" text PRIMARY KEY NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disclosures" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"verdict" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "disclosures_comment" ON "disclosures" USING btree ("comment_id","verdict");--> statement-breakpoint
CREATE INDEX "disclosures_asked" ON "disclosures" USING btree ("asked_at");