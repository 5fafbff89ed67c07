CREATE TABLE `story_search_rows` (
  `id` integer PRIMARY KEY,
  `story_id` text NOT NULL UNIQUE
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `story_search` USING fts5(
  headline,
  standfirst,
  names,
  body,
  content = '',
  contentless_delete = 1,
  prefix = '2 3',
  tokenize = 'ascii'
);
