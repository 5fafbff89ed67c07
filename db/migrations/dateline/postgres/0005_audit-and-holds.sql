ALTER TABLE "holds" ALTER COLUMN "story_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "holds" ALTER COLUMN "revision_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "picture_id" text;--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "comment_id" text;--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "lift_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "holds_picture" ON "holds" USING btree ("picture_id","lifted_at");--> statement-breakpoint
CREATE INDEX "holds_comment" ON "holds" USING btree ("comment_id","lifted_at");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor","position");--> statement-breakpoint
CREATE INDEX "audit_act" ON "audit" USING btree ("act","position");--> statement-breakpoint
CREATE INDEX "audit_noun" ON "audit" USING btree ("noun","position");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");