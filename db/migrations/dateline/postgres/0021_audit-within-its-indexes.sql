DROP INDEX "audit_actor";--> statement-breakpoint
DROP INDEX "audit_act";--> statement-breakpoint
DROP INDEX "audit_noun";--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor","position","act","noun","at");--> statement-breakpoint
CREATE INDEX "audit_act" ON "audit" USING btree ("act","position","actor","at");--> statement-breakpoint
CREATE INDEX "audit_noun" ON "audit" USING btree ("noun","position","actor","at");