ALTER TABLE "staff_comments" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "staff_comments" ADD COLUMN "deleted_at" timestamp (3) with time zone;