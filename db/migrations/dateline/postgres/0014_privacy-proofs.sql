CREATE TABLE "privacy_proofs" (
	"id" text PRIMARY KEY NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"proved_on" text NOT NULL,
	"held" boolean NOT NULL,
	"digest" text NOT NULL,
	"observations" integer NOT NULL,
	"differences" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "privacy_proofs_made" ON "privacy_proofs" USING btree ("made_at");