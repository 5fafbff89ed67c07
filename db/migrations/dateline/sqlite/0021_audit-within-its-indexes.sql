DROP INDEX `audit_actor`;--> statement-breakpoint
DROP INDEX `audit_act`;--> statement-breakpoint
DROP INDEX `audit_noun`;--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor`,`position`,`act`,`noun`,`at`);--> statement-breakpoint
CREATE INDEX `audit_act` ON `audit` (`act`,`position`,`actor`,`at`);--> statement-breakpoint
CREATE INDEX `audit_noun` ON `audit` (`noun`,`position`,`actor`,`at`);